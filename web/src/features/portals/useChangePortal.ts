import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Versioned } from '@/api/http';
import { getPortal, updatePortal } from '@/api/portals';
import { Problem } from '@/api/problem';
import type { Portal } from '@/api/types';
import { portalQuery, usePortalsChanged } from './queries';
import { usePortalFields } from './usePortalFields';
import { changedParts, changes, rebase, valuesOf } from './values';

/** Changes a portal: sends what was changed, and only if nobody else has changed it meanwhile. */
export function useChangePortal(known: Versioned<Portal>) {
  const queries = useQueryClient();
  const changed = usePortalsChanged();
  const [base, setBase] = useState({ values: valuesOf(known.thing), etag: known.etag });
  const [merged, setMerged] = useState(false);
  const form = usePortalFields(base.values);
  const { id } = known.thing;

  const saving = useMutation({
    mutationFn: () => updatePortal(id, changes(base.values, form.values), base.etag),
    onSuccess: (saved) => {
      const values = valuesOf(saved.thing);
      setMerged(false);
      setBase({ values, etag: saved.etag });
      form.setValues(values);
      queries.setQueryData(portalQuery(id).queryKey, saved);
      return changed();
    },
    onError: async (error) => {
      const problem = Problem.of(error);
      form.refuse(problem);
      if (problem.status !== 412) return;
      const theirs = await getPortal(id).catch(() => undefined);
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
    dirty: changedParts(base.values, form.values).length > 0,
    error: merged && Problem.of(saving.error).status === 412 ? undefined : saving.error,
    saving: saving.isPending,
    saved: saving.isSuccess,
    submit: () => saving.mutate(),
  };
}
