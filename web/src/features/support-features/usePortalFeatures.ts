import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Said } from '@/api/features';
import { savePortalFeatures } from '@/api/portals';
import { Problem } from '@/api/problem';
import { changedKeys, rebase } from './model';
import { useFeaturesChanged } from './queries';

type Known = { id: string; said: Said; etag: string | undefined; reload: () => Promise<unknown> };

/** What a portal takes away, said whole. What somebody else has changed meanwhile comes under what was chosen here. */
export function usePortalFeatures({ id, said: known, etag, reload }: Known) {
  const changed = useFeaturesChanged();
  const [base, setBase] = useState({ said: known, etag });
  const [said, setSaid] = useState<Said>(known);
  const [merged, setMerged] = useState(false);
  if (etag !== base.etag) {
    const { said: rebased, met } = rebase(base.said, said, known);
    setBase({ said: known, etag });
    setSaid(rebased);
    if (met) setMerged(true);
  }
  const saving = useMutation({
    mutationFn: () => savePortalFeatures(id, said, base.etag),
    onSuccess: async ({ thing, etag: now }) => {
      setMerged(false);
      setBase({ said: thing.features, etag: now });
      setSaid(thing.features);
      await changed();
      await reload();
    },
    onError: async (error) => {
      if (Problem.of(error).status !== 412) return;
      await reload().catch(() => undefined);
      setMerged(true);
    },
  });
  return {
    said,
    set: (next: Said) => {
      setSaid(next);
      if (!saving.isPending) saving.reset();
    },
    undo: () => setSaid(base.said),
    changed: changedKeys(base.said, said),
    merged,
    error: merged && Problem.of(saving.error).status === 412 ? undefined : saving.error,
    saving: saving.isPending,
    saved: saving.isSuccess,
    submit: () => saving.mutate(),
  };
}
