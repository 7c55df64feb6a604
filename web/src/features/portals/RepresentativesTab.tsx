import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Portal, PortalRepresentative } from '@/api/types';
import { TeamLink } from '@/choices/TeamLink';
import type { Column } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ListPanel } from '@/ui/ListPanel';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { servingQuery } from './queries';

/** Who serves it now, and through which team (POR-4). */
export function RepresentativesTab({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(servingQuery(portal.id));
  const seesUsers = useMay('see_users');
  const seesTeams = useMay('see_teams');
  const setsUpTeams = useMay('manage_teams');
  const nameOf = (ids: string[]) =>
    portal.subportals.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const columns: Column<PortalRepresentative>[] = [
    {
      key: 'name',
      header: t('portals.name'),
      cell: ({ user_id, first_name, last_name, screen_name }) => {
        const name = `${first_name} ${last_name}`.trim() || screen_name;
        return seesUsers ? (
          <AnchorLink to="/users/$id" params={{ id: user_id }} fw={550}>
            {name}
          </AnchorLink>
        ) : (
          name
        );
      },
    },
    {
      key: 'screen_name',
      header: t('portals.screen_name'),
      width: '22%',
      cell: ({ screen_name }) => screen_name,
    },
    {
      key: 'team',
      header: t('portals.through'),
      width: '26%',
      cell: ({ team_id, team_name }) => (seesTeams ? <TeamLink id={team_id} /> : team_name),
    },
    {
      key: 'subportals',
      header: t('portals.tab.subportals'),
      width: '24%',
      cell: ({ subportal_ids }) => nameOf(subportal_ids).join(', ') || t('portals.all_subportals'),
    },
  ];
  return (
    <ListPanel
      caption={t('portals.tab.representatives')}
      columns={columns}
      rowKey={({ user_id }) => user_id}
      list={list}
      empty={
        <EmptyState
          title={t('portals.nobody')}
          action={
            setsUpTeams && (
              <ButtonLink to="/teams" variant="default">
                {t('portals.to_teams')}
              </ButtonLink>
            )
          }
        >
          {t('portals.nobody_detail')}
        </EmptyState>
      }
    />
  );
}
