import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Versioned } from '@/api/http';
import { Problem } from '@/api/problem';
import type { Member } from '@/api/types';
import { createUser, getUser, updateUser } from '@/api/users';
import { useFields } from '@/ui/useFields';
import { userQuery, useUsersChanged } from './queries';
import { changes, fitting, NEW, type UserValues, valuesOf } from './values';

/**
 * Adds a user, or changes a known one: sends what was changed, and only if nobody else has changed them meanwhile. `start`
 * is what is known of a new one.
 */
export function useUserForm(
  known: Versioned<Member> | undefined,
  onSaved: (user: Member) => void,
  start: Partial<UserValues> = {},
) {
  const queries = useQueryClient();
  const changed = useUsersChanged();
  const [base, setBase] = useState(() => ({
    values: known ? valuesOf(known.thing) : { ...NEW, ...start },
    etag: known?.etag,
  }));
  const [merged, setMerged] = useState(false);
  const form = useFields<UserValues>(base.values);

  async function send(): Promise<Member> {
    if (!known) return createUser(fitting(form.values));
    const saved = await updateUser(known.thing.id, changes(base.values, form.values), base.etag);
    queries.setQueryData(userQuery(known.thing.id).queryKey, saved);
    const values = valuesOf(saved.thing);
    setBase({ values, etag: saved.etag });
    form.setValues(values);
    return saved.thing;
  }

  /** Somebody else was faster: their version, and on top of it what was changed here. */
  async function meet(id: string): Promise<void> {
    const { thing, etag } = await getUser(id);
    const [theirs, mine] = [valuesOf(thing), changes(base.values, form.values)];
    setBase({ values: theirs, etag });
    form.setValues({ ...theirs, ...mine });
    setMerged(true);
  }

  const saving = useMutation({
    mutationFn: send,
    onSuccess: (user) => {
      setMerged(false);
      void changed();
      onSaved(user);
    },
    onError: async (error) => {
      const problem = Problem.of(error);
      form.setErrors(problem.byField());
      if (problem.status === 412 && known) await meet(known.thing.id).catch(() => undefined);
    },
  });
  return {
    form,
    merged,
    dirty: Object.keys(changes(base.values, form.values)).length > 0,
    error: merged && Problem.of(saving.error).status === 412 ? undefined : saving.error,
    saving: saving.isPending,
    saved: saving.isSuccess,
    submit: () => saving.mutate(),
  };
}

export type UserForm = ReturnType<typeof useUserForm>['form'];
