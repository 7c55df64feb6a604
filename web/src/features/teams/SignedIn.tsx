import { useTranslation } from 'react-i18next';
import type { TakenLogin } from '@/api/types';
import { AnchorLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import classes from './Logins.module.css';

type Props = {
  taken: TakenLogin[];
  /** They are people whose pages one may see. */
  linked: boolean;
};

/** Who is signed in, since when, and whether somebody else may end it. */
export function SignedIn({ taken, linked }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.people}>
      {taken.map(({ user_id, first_name, last_name, since, heard_at, idle }) => {
        const name = `${first_name} ${last_name}`.trim();
        return (
          <li key={user_id} className={classes.person}>
            <div className={classes.who}>
              {linked ? (
                <AnchorLink to="/users/$id" params={{ id: user_id }} fw={550}>
                  {name}
                </AnchorLink>
              ) : (
                <strong>{name}</strong>
              )}
              <StatusDot tone={idle ? 'warn' : 'busy'}>
                {t(idle ? 'team_logins.idle' : 'team_logins.busy')}
              </StatusDot>
            </div>
            <div className={classes.times}>{format.pair(t('team_logins.since'), format.time(since))}</div>
            <div className={classes.times}>{format.pair(t('team_logins.heard'), format.time(heard_at))}</div>
          </li>
        );
      })}
    </ul>
  );
}
