import { Group } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PortalSelect } from '@/choices/PortalSelect';
import { portalsQuery } from '@/choices/portals';
import { TeamSelect } from '@/choices/TeamSelect';
import { teamsQuery } from '@/choices/teams';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { Matrix } from './Matrix';
import classes from './Matrix.module.css';
import { MARKED } from './marks';
import { effectiveQuery } from './queries';

/** What is on for whom, at a glance: representatives by features (SET-4). */
export function MatrixPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/features/matrix' });
  const { team_id, portal_id } = useSearch({ from: '/inside/features/matrix' });
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: portals = [] } = useQuery(portalsQuery);
  const list = useInfiniteQuery(effectiveQuery(team_id, portal_id));
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader
        title={t('features.matrix')}
        before={<BackLink to="/features">{t('shell.features')}</BackLink>}
        subtitle={t('features.matrix_intro')}
      />
      <search className={classes.filter}>
        <TeamSelect
          aria-label={t('team.one')}
          none={t('features.all_teams')}
          value={team_id}
          onChange={(id) =>
            void navigate({
              search: { team_id: id ?? undefined, portal_id },
              replace: true,
              resetScroll: false,
            })
          }
        />
        {portals.length > 0 && (
          <PortalSelect
            aria-label={t('portal_features.portal')}
            none={t('portal_features.served')}
            value={portal_id}
            onChange={(id) =>
              void navigate({
                search: { team_id, portal_id: id ?? undefined },
                replace: true,
                resetScroll: false,
              })
            }
          />
        )}
        <Legend />
      </search>
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {(rows || !list.isError) && (
        <Panel flush busy={list.isPending}>
          {rows?.length === 0 ? (
            <EmptyState title={t('features.matrix_none')} />
          ) : (
            rows && (
              <Matrix
                rows={rows}
                teams={teams}
                stale={list.isPlaceholderData}
                more={
                  list.hasNextPage
                    ? {
                        onMore: () => void list.fetchNextPage(),
                        loading: list.isFetchingNextPage,
                        auto: true,
                      }
                    : undefined
                }
              />
            )
          )}
        </Panel>
      )}
    </>
  );
}

/** What the letters in the cells stand for. */
function Legend() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" className={classes.legend} title={t('features.mark_none')}>
      <span>{t('features.whose')}</span>
      {MARKED.map((level) => (
        <span key={level} className={classes.key}>
          <b className={classes.letter} data-level={level}>
            {t(`features.mark.${level}`)}
          </b>
          {t(`features.level.${level}`)}
        </span>
      ))}
    </Group>
  );
}
