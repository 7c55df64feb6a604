import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { createTeam } from '@/api/teams';
import type { Team } from '@/api/types';
import { inOrder, teamsQuery } from '@/choices/teams';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { useTeamsChanged } from './queries';

/** A new team, or a subteam of `parent`. */
export function TeamDialog({ parent, onClose }: { parent: Team | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useTeamsChanged();
  const { data: teams = [] } = useQuery(teamsQuery);
  const form = useFields({ name: '', parent_id: parent?.id ?? '' });
  const saving = useMutation({
    mutationFn: () => createTeam({ name: form.values.name, parent_id: form.values.parent_id || null }),
    onSuccess: () => {
      onClose();
      return changed();
    },
    onError: (error) => form.setErrors(Problem.of(error).byField()),
  });
  const name = form.text('name');
  return (
    <Dialog title={parent ? t('teams.new_sub_of', { team: parent.name }) : t('teams.new')} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate()}
        submit={t('teams.create')}
        onCancel={onClose}
      >
        <TextInput
          label={t('teams.name')}
          data-autofocus
          maxLength={128}
          {...name}
          aria-invalid={Boolean(name.error) || undefined}
        />
        {!parent && teams.length > 0 && (
          <NativeSelect
            label={t('teams.parent')}
            data={[
              { value: '', label: t('teams.no_parent') },
              ...inOrder(teams)
                .filter(({ parent_id }) => !parent_id)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.text('parent_id')}
          />
        )}
      </Form>
    </Dialog>
  );
}
