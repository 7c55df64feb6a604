import { Group } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byCursor, firstFilled } from '@/api/pages';
import { useMay } from '@/api/permissions';
import type { Member, Team } from '@/api/types';
import { listUsers } from '@/api/users';
import { teamsQuery } from '@/choices/teams';
import type { Column } from '@/ui/DataTable';
import { EmailText } from '@/ui/EmailText';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { lazyPart } from '@/ui/lazyPart';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { RowActions } from '@/ui/RowActions';
import { StatusDot } from '@/ui/StatusDot';
import { LoginsPanel } from './LoginsPanel';
import { Moved } from './Moved';
import { nameOf } from './queries';
import classes from './SettingsTab.module.css';
import { useMoves } from './useMoves';
import { useReach } from './useReach';

const MoveDialog = lazyPart(() => import('./MoveDialog').then((module) => module.MoveDialog));
const TONES = { active: 'good', invited: 'warn', suspended: 'bad' } as const;

const membersQuery = (team_id: string) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['users', 'of-team', team_id],
    queryFn: ({ pageParam, signal }) =>
      firstFilled((cursor) => listUsers({ team_id }, cursor, signal), pageParam),
  });

type Props = { team: Team; parent: Team | undefined };

/** Who is in the team itself; those of its subteams are on their pages. */
export function RepresentativesTab({ team, parent }: Props) {
  const { t } = useTranslation();
  const mayAdd = useMay('manage_users');
  const { data: teams = [] } = useQuery(teamsQuery);
  const reach = useReach(teams);
  const list = useInfiniteQuery(membersQuery(team.id));
  const [asked, setAsked] = useState<Member>();
  const moves = useMoves(() => undefined);
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: t('users.name'),
      cell: (person) => (
        <AnchorLink to="/users/$id" params={{ id: person.id }} fw={550}>
          {nameOf(person)}
        </AnchorLink>
      ),
    },
    {
      key: 'login',
      header: t('users.login'),
      width: '34%',
      cell: ({ login }) => <EmailText>{login}</EmailText>,
    },
    {
      key: 'status',
      header: t('users.status_label'),
      width: '150px',
      cell: ({ status }) => <StatusDot tone={TONES[status]}>{t(`users.status.${status}`)}</StatusDot>,
    },
  ];
  if (reach.mayMove({ team_id: team.id }))
    columns.push({
      key: 'actions',
      header: t('common.actions'),
      width: '100px',
      align: 'end',
      cell: (person) => (
        <RowActions
          actions={[
            {
              icon: 'move',
              label: t('teams.move_person', { name: nameOf(person) }),
              onClick: () => setAsked(person),
            },
          ]}
        />
      ),
    });
  const add = mayAdd && (
    <Group gap="xs">
      <ButtonLink to="/users/batch" search={{ team_id: team.id }} variant="default" size="xs">
        {t('shell.batch')}
      </ButtonLink>
      <ButtonLink
        to="/users/new"
        search={{ team_id: team.id }}
        size="xs"
        leftSection={<Icon name="plus" size={14} />}
      >
        {t('teams.add_person')}
      </ButtonLink>
    </Group>
  );
  return (
    <div className={classes.parts}>
      {team.effective.available_logins && <LoginsPanel team={team} parent={parent} />}
      <Moved teams={teams} outcome={moves.data} busy={moves.isPending} error={moves.error} />
      <ListPanel
        caption={t('teams.tab.representatives')}
        title={t('teams.tab.representatives')}
        actions={
          <Group gap="sm">
            <AnchorLink to="/users" search={{ team_id: team.id }} size="sm">
              {t('teams.in_users')}
            </AnchorLink>
            {add}
          </Group>
        }
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyState title={t('teams.no_people')}>{mayAdd && t('teams.no_people_detail')}</EmptyState>}
      />
      {asked && (
        <MoveDialog
          people={[asked]}
          teams={reach.targets}
          mayLeave={reach.mayLeave}
          onClose={() => setAsked(undefined)}
          onChoose={(to) => {
            setAsked(undefined);
            moves.mutate({ people: [asked], to });
          }}
        />
      )}
    </div>
  );
}
