import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Said, SaveFeatures } from '@/api/features';
import { Problem } from '@/api/problem';
import { changedKeys, type Place, rebase, withWord } from './model';
import { useFeaturesChanged } from './queries';

export type Source = {
  /** Who speaks here. */
  own: Place;
  /** Those above, from the widest to the narrowest. */
  above: Place[];
  etag: string | undefined;
  save: SaveFeatures;
  /** Looks what is said by now. */
  reload: () => Promise<unknown>;
};

/**
 * Says something of features, whole: first it is tried, so that one sees for whom it would change what, then saved (SET-5). What
 * comes anew from the server comes under what was chosen here.
 */
export function useFeaturesForm({ own, above, etag, save, reload }: Source) {
  const changed = useFeaturesChanged();
  const [base, setBase] = useState({ said: own.said, etag });
  const [said, setSaid] = useState<Said>(own.said);
  const [merged, setMerged] = useState(false);

  if (etag !== base.etag) {
    const { said: rebased, met } = rebase(base.said, said, own.said);
    setBase({ said: own.said, etag });
    setSaid(rebased);
    if (met) setMerged(true);
  }

  const onError = async (error: Error) => {
    if (Problem.of(error).status !== 412) return;
    await reload().catch(() => undefined);
    setMerged(true);
  };
  const trying = useMutation({ mutationFn: () => save(said, base.etag, true), onError });
  const saving = useMutation({
    mutationFn: () => save(said, base.etag, false),
    onSuccess: async ({ thing, etag: now }) => {
      setMerged(false);
      setBase({ said: thing.features, etag: now });
      setSaid(thing.features);
      trying.reset();
      await changed();
      await reload();
    },
    onError,
  });
  const change = (next: Said) => {
    setSaid(next);
    trying.reset();
    saving.reset();
  };
  const error = saving.error ?? trying.error;
  return {
    said,
    above,
    /** The level as it would speak. */
    place: { ...own, said },
    set: (key: string, word: Said[string] | undefined) => change(withWord(said, key, word)),
    undo: () => change(base.said),
    changed: changedKeys(base.said, said),
    impact: trying.data?.thing.impact ?? undefined,
    merged,
    error: merged && Problem.of(error).status === 412 ? undefined : error,
    busy: trying.isPending || saving.isPending,
    saved: saving.isSuccess,
    submit: () => (trying.data ? saving.mutate() : trying.mutate()),
  };
}

export type FeaturesForm = ReturnType<typeof useFeaturesForm>;
