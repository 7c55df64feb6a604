import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Team } from '@/api/types';
import { useUser } from '@/api/useSession';
import { teamsQuery } from '@/choices/teams';
import { OwnTeam } from '@/parts/OwnTeam';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { SearchField } from '@/ui/SearchField';
import { Board } from './Board';
import { managersQuery, peopleQuery } from './queries';

const TeamDialog = lazyPart(() => import('./TeamDialog').then((module) => module.TeamDialog));

/** Who works with whom, and where teams and people find another place (TEA-1, PPL-13). */
export function TeamsPage() {
  const { t } = useTranslation();
  const me = useUser();
  const navigate = useNavigate({ from: '/teams' });
  const { text } = useSearch({ from: '/inside/teams' });
  const mayManage = useMay('manage_teams');
  const [adding, setAdding] = useState<{ parent?: Team }>();
  const teams = useQuery(teamsQuery);
  const people = useQuery(peopleQuery);
  const managers = useQuery(managersQuery);
  const failed = [teams, people, managers].find(({ isError }) => isError);
  const add = mayManage && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding({})}>
      {t('teams.new')}
    </Button>
  );
  const isOutside = me?.role === 'representative';
  return (
    <>
      <PageHeader title={t('shell.teams')} subtitle={t('teams.intro')} actions={add} />
      <OwnTeam />
      <search>
        <SearchField
          label={t('teams.search')}
          value={text ?? ''}
          onSearch={(typed) =>
            void navigate({ search: { text: typed.trim() || undefined }, replace: true, resetScroll: false })
          }
        />
      </search>
      {failed && <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      {teams.data?.length === 0 && (
        <Panel flush>
          <EmptyState title={t(isOutside ? 'teams.teamless' : 'teams.empty_title')} action={add}>
            {t(isOutside ? 'teams.teamless_detail' : 'teams.empty_detail')}
          </EmptyState>
        </Panel>
      )}
      {!failed && (
        <Board
          teams={teams.data}
          people={people.data}
          managers={managers.data}
          text={text}
          onAdd={mayManage ? (parent) => setAdding({ parent }) : undefined}
        />
      )}
      {adding && <TeamDialog parent={adding.parent} onClose={() => setAdding(undefined)} />}
    </>
  );
}
