import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Versioned } from '@/api/http';
import { Problem } from '@/api/problem';
import { getTeam, updateTeam } from '@/api/teams';
import type { Team } from '@/api/types';
import { useFields } from '@/ui/useFields';
import { teamQuery, useTeamsChanged } from './queries';
import { changedFields, changes, rebase, type TeamValues, valuesOf } from './values';

/** The server's names for what lies in a part. */
const atFields = (problem: Problem) => ({
  ...problem.byField(),
  ...Object.fromEntries(
    problem.errors.map(({ field, message }) => [field.replace('password_policy.', ''), message]),
  ),
});

/** Changes a team: sends what was changed, and only if nobody else has changed it meanwhile. */
export function useTeamForm(known: Versioned<Team>) {
  const queries = useQueryClient();
  const changed = useTeamsChanged();
  const [base, setBase] = useState({ values: valuesOf(known.thing), etag: known.etag });
  const [merged, setMerged] = useState(false);
  const form = useFields<TeamValues>(base.values);
  const { id } = known.thing;

  const saving = useMutation({
    mutationFn: () => updateTeam(id, changes(base.values, form.values), base.etag),
    onSuccess: (saved) => {
      const values = valuesOf(saved.thing);
      setMerged(false);
      setBase({ values, etag: saved.etag });
      form.setValues(values);
      queries.setQueryData(teamQuery(id).queryKey, saved);
      return changed();
    },
    onError: async (error) => {
      const problem = Problem.of(error);
      form.setErrors(atFields(problem));
      if (problem.status !== 412) return;
      const theirs = await getTeam(id).catch(() => undefined);
      if (!theirs) return;
      const values = valuesOf(theirs.thing);
      setBase({ values, etag: theirs.etag });
      form.setValues(rebase(base.values, form.values, values));
      setMerged(true);
    },
  });
  return {
    form,
    merged,
    dirty: changedFields(base.values, form.values).length > 0,
    error: merged && Problem.of(saving.error).status === 412 ? undefined : saving.error,
    saving: saving.isPending,
    saved: saving.isSuccess,
    submit: () => saving.mutate(),
  };
}

export type TeamForm = ReturnType<typeof useTeamForm>['form'];
