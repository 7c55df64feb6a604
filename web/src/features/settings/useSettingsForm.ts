import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Versioned } from '@/api/http';
import { Problem } from '@/api/problem';
import type { SettingsPatch } from '@/api/settings';
import type { Settings } from '@/api/types';
import { useFields } from '@/ui/useFields';
import { changedKeys, type Key, patchOf, rebase, type Values, valuesOf } from './values';

export type Source = {
  /** Whose settings these are. */
  level: 'account' | 'company';
  known: Versioned<Settings>;
  save: (patch: SettingsPatch, etag: string | undefined) => Promise<unknown>;
  /** Looks how they are by now. */
  reload: () => Promise<unknown>;
};

/**
 * Changes settings: sends what was changed, and only if nobody else has changed them meanwhile. What comes anew from the server,
 * whoever has changed it, comes under what was typed here.
 */
export function useSettingsForm({ known, save, reload, level }: Source) {
  const [base, setBase] = useState(() => ({ values: valuesOf(known.thing), etag: known.etag }));
  const [merged, setMerged] = useState(false);
  const form = useFields<Values>(base.values);

  if (known.etag !== base.etag) {
    const theirs = valuesOf(known.thing);
    const { values, met } = rebase(base.values, form.values, theirs);
    setBase({ values: theirs, etag: known.etag });
    form.setValues(values);
    if (met) setMerged(true);
  }

  const saving = useMutation({
    mutationFn: (patch: SettingsPatch) => save(patch, base.etag),
    onSuccess: () => setMerged(false),
    onError: async (error) => {
      const problem = Problem.of(error);
      form.setErrors(problem.byField());
      if (problem.status !== 412) return;
      await reload().catch(() => undefined);
      setMerged(true);
    },
  });

  const changed = changedKeys(base.values, form.values);
  return {
    form,
    level,
    settings: known.thing,
    merged,
    changed,
    dirty: changed.length > 0,
    error: merged && Problem.of(saving.error).status === 412 ? undefined : saving.error,
    saving: saving.isPending,
    saved: saving.isSuccess,
    submit: () => saving.mutate(patchOf(base.values, form.values)),
    /** Takes back at once what is said here; what was typed elsewhere stays as it is. */
    reset: (key: Key) => {
      form.set(key, base.values[key]);
      saving.mutate({ [key]: null });
    },
  };
}

export type SettingsFormState = ReturnType<typeof useSettingsForm>;
