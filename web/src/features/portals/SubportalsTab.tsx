import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Portal, Subportal } from '@/api/types';
import { pathOf, teamsQuery } from '@/choices/teams';
import { type Column, DataTable } from '@/ui/DataTable';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import { Panel } from '@/ui/Panel';
import { RowActions } from '@/ui/RowActions';
import classes from './Portal.module.css';

const SubportalDialog = lazyPart(() => import('./SubportalDialogs').then((module) => module.SubportalDialog));
const RemoveSubportal = lazyPart(() => import('./SubportalDialogs').then((module) => module.RemoveSubportal));

type Open = { what: 'add' } | { what: 'rename' | 'remove'; subportal: Subportal };

/** An id is as long as it has to be; its beginning is enough to look at. */
const short = (link: string) => (link.length > 36 ? `${link.slice(0, 35)}…` : link);

/** Where its queries are routed to; at least one. */
export function SubportalsTab({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const mayManage = useMay('manage_portals');
  const seesTeams = useMay('see_teams');
  // Others may not see those that there are, and would be told of none.
  const seesAll = useMay('manage_teams');
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: seesTeams });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const isLast = portal.subportals.length === 1;
  const serving = (id: string) =>
    teams
      .filter(
        ({ effective: { portal_id, subportal_ids } }) =>
          portal_id === portal.id && (subportal_ids.length === 0 || subportal_ids.includes(id)),
      )
      .map((team) => pathOf(teams, team.id));
  const columns: Column<Subportal>[] = [
    {
      key: 'name',
      header: t('portals.name'),
      cell: ({ id, name }) => (
        <span className={classes.names}>
          {name}
          {id === portal.subportals[0]?.id && !isLast && (
            <span className={classes.dimmed}>{t('portals.first_subportal')}</span>
          )}
        </span>
      ),
    },
    {
      key: 'link',
      header: t('portals.subportal_link'),
      width: '38%',
      cell: ({ id }) => {
        const link = id === portal.subportals[0]?.id ? portal.address : `${portal.address}?subportal=${id}`;
        return (
          <Anchor href={link} target="_blank" rel="noreferrer">
            {short(link)}
          </Anchor>
        );
      },
    },
    {
      key: 'teams',
      header: t('portals.served_by'),
      width: '26%',
      cell: ({ id }) => serving(id).join(', ') || (seesAll && t('portals.served_by_none')),
    },
  ];
  if (mayManage)
    columns.push({
      key: 'actions',
      header: t('common.actions'),
      width: '120px',
      align: 'end',
      cell: (subportal) => (
        <RowActions
          actions={[
            {
              icon: 'edit',
              label: t('portals.subportal_rename', { name: subportal.name }),
              onClick: () => setOpen({ what: 'rename', subportal }),
            },
            ...(isLast
              ? []
              : [
                  {
                    icon: 'trash' as const,
                    label: t('portals.subportal_delete_of', { name: subportal.name }),
                    onClick: () => setOpen({ what: 'remove', subportal }),
                  },
                ]),
          ]}
        />
      ),
    });
  return (
    <>
      <Panel
        flush
        title={t('portals.subportals_title')}
        actions={
          mayManage && (
            <Button
              size="xs"
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => setOpen({ what: 'add' })}
            >
              {t('portals.subportal_add')}
            </Button>
          )
        }
      >
        <DataTable
          caption={t('portals.subportals_title')}
          columns={columns}
          rows={portal.subportals}
          rowKey={({ id }) => id}
        />
      </Panel>
      <p className={classes.below}>{t('portals.subportals_hint')}</p>
      {open?.what === 'add' && <SubportalDialog portal={portal} onClose={close} />}
      {open?.what === 'rename' && (
        <SubportalDialog portal={portal} subportal={open.subportal} onClose={close} />
      )}
      {open?.what === 'remove' && (
        <RemoveSubportal portal={portal} subportal={open.subportal} onClose={close} />
      )}
    </>
  );
}
