import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Team } from '@/api/types';
import { teamsQuery } from '@/choices/teams';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import { ShareBar } from '@/ui/ShareBar';
import classes from './Logins.module.css';
import { figuresOf, sharing } from './logins';
import { loginsQuery } from './queries';
import { SignedIn } from './SignedIn';

type Props = { team: Team; parent: Team | undefined };

/** Who has the logins of a team now, and how many are left (TEA-3). */
export function LoginsPanel({ team, parent }: Props) {
  const { t } = useTranslation();
  const logins = useQuery(loginsQuery(team.id));
  const { data: teams = [] } = useQuery(teamsQuery);
  const counts = logins.data && figuresOf(logins.data);
  const shared = sharing(team, parent, teams);
  return (
    <Panel title={t('team_logins.now')}>
      {logins.isError && <ErrorNotice error={logins.error} onRetry={() => void logins.refetch()} />}
      {logins.isPending && <Skeleton h={64} />}
      {counts && (
        <>
          <p className={classes.figures}>
            <strong>{t('team_logins.used', { used: counts.used, count: counts.available })}</strong>
            {counts.idle > 0 && ` · ${t('team_logins.of_them_idle', { count: counts.idle })}`}
          </p>
          <ShareBar
            label={t('team_logins.now')}
            bare
            parts={[
              { key: 'busy', name: t('team_logins.busy'), value: counts.busy, color: 'var(--dh-accent)' },
              { key: 'idle', name: t('team_logins.idle'), value: counts.idle, color: 'var(--dh-duplicate)' },
              { key: 'free', name: t('team_logins.free'), value: counts.free, color: 'var(--dh-line)' },
            ]}
          />
        </>
      )}
      {logins.data && logins.data.taken.length > 0 && (
        // Whoever does not see the team above does not see the people of its other subteams.
        <SignedIn taken={logins.data.taken} linked={!team.parent_id || parent !== undefined} />
      )}
      {shared && <p className={classes.note}>{t(`team_logins.${shared}`, { team: parent?.name })}</p>}
    </Panel>
  );
}
