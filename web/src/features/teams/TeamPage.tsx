import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { teamsQuery } from '@/choices/teams';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { lazyPart } from '@/ui/lazyPart';
import { AnchorLink, BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { teamQuery } from './queries';
import { TeamTabs } from './TeamTabs';

const CopyTeam = lazyPart(() => import('./CopyTeam').then((module) => module.CopyTeam));
const DeleteTeam = lazyPart(() => import('./DeleteTeam').then((module) => module.DeleteTeam));

/** All about one team: who is in it, what holds for them, who manages it. */
export function TeamPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/teams/$id' });
  const mayManage = useMay('manage_teams');
  const maySetUp = useMay('set_up_teams');
  const known = useQuery(teamQuery(id));
  const { data: teams } = useQuery(teamsQuery);
  const [asked, setAsked] = useState<'copy' | 'delete'>();
  const close = () => setAsked(undefined);
  const team = known.data?.thing;
  const hasOthers = teams?.some((one) => one.id !== id);
  const parent = team?.parent_id ? teams?.find((one) => one.id === team.parent_id) : undefined;
  return (
    <>
      <PageHeader
        title={team?.name ?? t('shell.teams')}
        before={<BackLink to="/teams">{t('shell.teams')}</BackLink>}
        subtitle={
          parent && (
            <>
              {t('teams.subteam_of')}{' '}
              <AnchorLink to="/teams/$id" params={{ id: parent.id }} size="sm" underline="always">
                {parent.name}
              </AnchorLink>
            </>
          )
        }
        actions={
          team && (
            <Group gap="xs">
              {maySetUp && hasOthers && (
                <Button
                  variant="default"
                  leftSection={<Icon name="copy" size={16} />}
                  onClick={() => setAsked('copy')}
                >
                  {t('team_copy.control')}
                </Button>
              )}
              {mayManage && (
                <Button
                  variant="default"
                  c="var(--mantine-color-error)"
                  leftSection={<Icon name="trash" size={16} />}
                  onClick={() => setAsked('delete')}
                >
                  {t('teams.delete')}
                </Button>
              )}
            </Group>
          )
        }
      />
      {known.isError && <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />}
      {known.isPending && <Skeleton h={420} />}
      {known.data && <TeamTabs key={id} known={known.data} parent={parent} />}
      {asked === 'copy' && team && <CopyTeam team={team} onClose={close} />}
      {asked === 'delete' && known.data && <DeleteTeam known={known.data} onClose={close} />}
    </>
  );
}
