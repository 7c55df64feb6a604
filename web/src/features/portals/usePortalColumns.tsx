import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Portal } from '@/api/types';
import { CompanyNames } from '@/choices/CompanyNames';
import { pathOf, teamsQuery } from '@/choices/teams';
import type { Column } from '@/ui/DataTable';
import { AnchorLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import { keyOf } from './ways';

export function usePortalColumns(): Column<Portal>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const seesTeams = useMay('see_teams');
  // Others may not see those that there are, and would be told of none.
  const seesAll = useMay('manage_teams');
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: seesTeams });
  const serving = ({ id }: Portal) =>
    teams.filter(({ effective }) => effective.portal_id === id).map((team) => pathOf(teams, team.id));
  return [
    {
      key: 'name',
      header: t('portals.name'),
      cell: ({ id, name }) => (
        <AnchorLink to="/portals/$id" params={{ id }} fw={550}>
          {name}
        </AnchorLink>
      ),
    },
    {
      key: 'address',
      header: t('portals.slug'),
      width: '13%',
      cell: ({ address, name }) => (
        <Anchor
          href={address}
          target="_blank"
          rel="noreferrer"
          title={t('portals.open_of', { portal: name })}
        >
          {address}
        </Anchor>
      ),
    },
    {
      key: 'way',
      header: t('portals.part_way'),
      width: '17%',
      cell: (portal) => t(`portals.way.${keyOf(portal)}`),
    },
    {
      key: 'status',
      header: t('portals.status_label'),
      width: '110px',
      cell: ({ status }) => (
        <StatusDot tone={status === 'active' ? 'good' : 'calm'}>{t(`portals.status.${status}`)}</StatusDot>
      ),
    },
    {
      key: 'company',
      header: t('customers.company'),
      width: '13%',
      cell: ({ company_id }) => company_id && <CompanyNames ids={[company_id]} />,
    },
    {
      key: 'subportals',
      header: t('portals.tab.subportals'),
      width: '110px',
      align: 'end',
      cell: ({ subportals }) => format.number(subportals.length),
    },
    {
      key: 'teams',
      header: t('portals.served_by'),
      width: '14%',
      cell: (portal) => serving(portal).join(', ') || (seesAll && t('portals.served_by_none')),
    },
  ];
}
