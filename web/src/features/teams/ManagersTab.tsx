import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Member, Team } from '@/api/types';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { RowActions } from '@/ui/RowActions';
import { useFormat } from '@/ui/useFormat';
import { AddManager, TakeOffManager } from './ManagerDialogs';
import { managersQuery, nameOf } from './queries';

type Props = { team: Team; parent: Team | undefined };

/** Who manages the team, itself or by the team above it, and what they may do there. */
export function ManagersTab({ team, parent }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayManage = useMay('manage_teams');
  const managers = useQuery(managersQuery);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const isDirect = ({ team_ids }: Member) => team_ids.includes(team.id);
  const rows = managers.data?.filter((one) => isDirect(one) || (parent && one.team_ids.includes(parent.id)));
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: t('users.name'),
      width: '26%',
      cell: (one) => (
        <AnchorLink to="/users/$id" params={{ id: one.id }} fw={550}>
          {nameOf(one)}
        </AnchorLink>
      ),
    },
    {
      key: 'rights',
      header: t('users.rights'),
      cell: ({ rights }) => format.list(rights.map((right) => t(`users.right.${right}`))),
    },
  ];
  if (parent)
    columns.push({
      key: 'through',
      header: t('teams.through'),
      width: '18%',
      cell: (one) =>
        isDirect(one) ? (
          t('teams.itself')
        ) : (
          <AnchorLink to="/teams/$id" params={{ id: parent.id }} search={{ tab: 'managers' }}>
            {parent.name}
          </AnchorLink>
        ),
    });
  if (mayManage)
    columns.push({
      key: 'actions',
      header: t('common.actions'),
      width: '100px',
      align: 'end',
      cell: (one) =>
        isDirect(one) && (
          <RowActions
            actions={[
              {
                icon: 'trash',
                label: t('teams.take_off', { name: nameOf(one) }),
                onClick: () => setLeaving(one),
              },
            ]}
          />
        ),
    });
  const add = mayManage && (
    <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
      {t('teams.add_manager')}
    </Button>
  );
  if (managers.isError) return <ErrorNotice error={managers.error} onRetry={() => void managers.refetch()} />;
  return (
    <>
      <Panel title={t('teams.tab.managers')} actions={add} flush busy={managers.isPending}>
        {rows?.length === 0 ? (
          <EmptyState title={t('teams.no_managers')}>{t('teams.no_managers_detail')}</EmptyState>
        ) : (
          <DataTable
            caption={t('teams.tab.managers')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
          />
        )}
      </Panel>
      {adding && (
        <AddManager
          team={team}
          managers={(managers.data ?? []).filter((one) => !isDirect(one))}
          onClose={() => setAdding(false)}
        />
      )}
      {leaving && <TakeOffManager team={team} manager={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}
