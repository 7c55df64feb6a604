import { List, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { deleteTeam } from '@/api/teams';
import type { Team } from '@/api/types';
import { teamsQuery } from '@/choices/teams';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { teamQuery, useTeamsChanged } from './queries';

const CONSEQUENCES = ['people', 'managers', 'said'] as const;

/** Says what becomes of its people before it is done (TEA-2). */
export function DeleteTeam({ known, onClose }: { known: Versioned<Team>; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const changed = useTeamsChanged();
  const { data: teams = [] } = useQuery(teamsQuery);
  const { id, name } = known.thing;
  const hasSubteams = teams.some(({ parent_id }) => parent_id === id);
  const deleting = useMutation({
    mutationFn: () => deleteTeam(id, known.etag),
    onSuccess: async () => {
      queries.setQueryData(teamsQuery.queryKey, (before) => before?.filter((team) => team.id !== id));
      await navigate({ to: '/teams' });
      queries.removeQueries({ queryKey: teamQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: ['users'] });
      void changed();
    },
    onError: () => changed(),
  });
  return (
    <Dialog title={t('teams.delete_title', { team: name })} onClose={onClose}>
      <Form
        error={deleting.error}
        busy={deleting.isPending}
        onSubmit={() => deleting.mutate()}
        submit={t('teams.delete')}
        onCancel={onClose}
        disabled={hasSubteams}
        danger
      >
        {hasSubteams ? (
          <Text>{t('teams.delete_subteams')}</Text>
        ) : (
          <List spacing={6}>
            {CONSEQUENCES.map((one) => (
              <List.Item key={one}>{t(`teams.delete_${one}`)}</List.Item>
            ))}
          </List>
        )}
      </Form>
    </Dialog>
  );
}
