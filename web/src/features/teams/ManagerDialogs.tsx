import { NativeSelect, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, Team } from '@/api/types';
import { getUser, updateUser } from '@/api/users';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { AnchorLink } from '@/ui/links';
import { managersQuery, nameOf } from './queries';

/** Which teams somebody manages lies with them: theirs are read, changed, and kept if they are still those. */
function useTeamsOf(change: (ids: string[]) => string[], onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { thing, etag } = await getUser(id);
      return updateUser(id, { team_ids: change(thing.team_ids) }, etag);
    },
    onSuccess: ({ thing }) => {
      queries.setQueryData(managersQuery.queryKey, (before) =>
        before?.map((one) => (one.id === thing.id ? thing : one)),
      );
      void queries.invalidateQueries({ queryKey: ['user', thing.id] });
      onClose();
    },
  });
}

type AddProps = { team: Team; managers: Member[]; onClose: () => void };

/** Somebody who is a team manager already; the way to a new one is there, too. */
export function AddManager({ team, managers, onClose }: AddProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const saving = useTeamsOf((ids) => [...ids, team.id], onClose);
  return (
    <Dialog title={t('teams.add_manager_of', { team: team.name })} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate(chosen)}
        submit={t('teams.create')}
        onCancel={onClose}
        disabled={!chosen}
      >
        {managers.length > 0 ? (
          <NativeSelect
            label={t('teams.manager')}
            data-autofocus
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            data={[
              { value: '', label: t('teams.choose') },
              ...managers.map((one) => ({ value: one.id, label: nameOf(one) })),
            ]}
          />
        ) : (
          <Text>{t('teams.no_other_manager')}</Text>
        )}
        <AnchorLink to="/users/new" search={{ role: 'team_manager', team_id: team.id }} size="sm">
          {t('teams.new_manager')}
        </AnchorLink>
      </Form>
    </Dialog>
  );
}

type TakeOffProps = { team: Team; manager: Member; onClose: () => void };

export function TakeOffManager({ team, manager, onClose }: TakeOffProps) {
  const { t } = useTranslation();
  const saving = useTeamsOf((ids) => ids.filter((id) => id !== team.id), onClose);
  return (
    <Dialog title={t('teams.take_off', { name: nameOf(manager) })} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate(manager.id)}
        submit={t('teams.take_off_now')}
        onCancel={onClose}
        danger
      >
        <Text>{t('teams.take_off_detail')}</Text>
      </Form>
    </Dialog>
  );
}
