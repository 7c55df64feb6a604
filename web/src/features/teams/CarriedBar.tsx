import { useTranslation } from 'react-i18next';
import type { Team } from '@/api/types';
import { pathOf } from '@/choices/teams';
import classes from './Board.module.css';
import type { Carried } from './useCarry';
import { namesOf } from './useMoves';

/** Who is being carried, where to, and by which keys. */
export function CarriedBar({ carried: { people, to }, teams }: { carried: Carried; teams: Team[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.carried} role="status">
      <strong>
        {t('teams.carried', { names: namesOf(people), team: pathOf(teams, to) ?? t('team.none') })}
      </strong>
      <div className={classes.keys}>{t('teams.carried_keys')}</div>
    </div>
  );
}
