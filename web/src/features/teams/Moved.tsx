import { useTranslation } from 'react-i18next';
import type { Team } from '@/api/types';
import { pathOf } from '@/choices/teams';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import classes from './Board.module.css';
import { namesOf, type Outcome, reasonOf } from './useMoves';

type Props = { teams: Team[]; outcome: Outcome | undefined; busy: boolean; error: unknown };

/** What came of a move: told to those who can't see it, and who was not moved to everybody. */
export function Moved({ teams, outcome, busy, error }: Props) {
  const { t } = useTranslation();
  const done = outcome?.people.filter((person) => !outcome.left.includes(person)) ?? [];
  const told = outcome && {
    name: namesOf(done),
    team: pathOf(teams, outcome.to) ?? '',
  };
  return (
    <>
      <p className={classes.told} role="status">
        {!busy &&
          told &&
          done.length > 0 &&
          (outcome.to ? t('teams.moved_to', told) : t('teams.moved_out', told))}
      </p>
      {error && <ErrorNotice error={error} />}
      {!busy && outcome?.problem && (
        <Notice tone="bad" title={t('teams.not_moved', { names: namesOf(outcome.left) })}>
          {reasonOf(outcome.problem) ?? t('error.offline_detail')}
        </Notice>
      )}
    </>
  );
}
