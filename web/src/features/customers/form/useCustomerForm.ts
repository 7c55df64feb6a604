import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { createCustomer, getCustomer, updateCustomer } from '@/api/customers';
import type { Versioned } from '@/api/http';
import { Problem } from '@/api/problem';
import type { Person } from '@/api/types';
import { useFields } from '@/ui/useFields';
import { customerQuery } from '../queries';
import { changedFields, EMPTY, type Field, type FormValues, isField, pick, rebase, valuesOf } from './values';

export type Conflict = { field: Field; theirs: FormValues; company: string | undefined };

/**
 * Adds a customer, or changes a known one: sends what was changed, and only if nobody else has changed them. `start` is
 * what is known of a new one.
 */
export function useCustomerForm(
  known: Versioned<Person> | undefined,
  onSaved: (person: Person) => void,
  start: Partial<FormValues> = {},
) {
  const queries = useQueryClient();
  const node = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => ({
    values: known ? valuesOf(known.thing) : { ...EMPTY, ...start },
    etag: known?.etag,
  }));
  const [conflicts, setConflicts] = useState<Conflict[] | undefined>();
  const form = useFields(base.values);
  const changed = changedFields(base.values, form.values);

  async function send(values: FormValues): Promise<Person> {
    if (!known) {
      // It is asked for only where there is access; a tick from before does not count.
      const send_activation = values.send_activation && values.portal_access !== 'none';
      return createCustomer({ ...pick(values, changedFields(EMPTY, values)), send_activation });
    }
    const saved = await updateCustomer(known.thing.id, pick(values, changed), base.etag);
    queries.setQueryData(customerQuery(known.thing.id).queryKey, saved);
    const now = valuesOf(saved.thing);
    setBase({ values: now, etag: saved.etag });
    form.setValues(now);
    setConflicts(undefined);
    return saved.thing;
  }

  async function meet(id: string): Promise<void> {
    const { thing, etag } = await getCustomer(id);
    const theirs = valuesOf(thing);
    const { values, conflicts: fields } = rebase(base.values, form.values, theirs);
    setBase({ values: theirs, etag });
    form.setValues(values);
    setConflicts(fields.map((field) => ({ field, theirs, company: thing.company?.name })));
  }

  const saving = useMutation({
    mutationFn: send,
    onSuccess: (person) => {
      void queries.invalidateQueries({ queryKey: ['customers'] });
      onSaved(person);
    },
    onError: async (error) => {
      const problem = Problem.of(error);
      form.setErrors(problem.byField());
      if (problem.status === 412 && known) await meet(known.thing.id).catch(() => undefined);
    },
  });

  // The fields have been marked by then, so that the first of them can be found.
  useEffect(() => {
    if (saving.error) node.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [saving.error]);

  const problem = saving.error && Problem.of(saving.error);
  const told = problem?.errors.some(({ field }) => isField(field.split('.')[0] ?? '')) ?? false;
  return {
    form,
    node,
    conflicts,
    takeTheirs: ({ field, theirs }: Conflict) => {
      form.set(field, theirs[field]);
      setConflicts((all) => all?.filter((one) => one.field !== field));
    },
    /** What no field can show beside itself. */
    error: told || (problem?.status === 412 && conflicts) ? undefined : saving.error,
    dirty: changed.length > 0,
    saving: saving.isPending,
    saved: saving.isSuccess,
    submit: (event: FormEvent) => {
      event.preventDefault();
      saving.mutate(form.values);
    },
    reset: () => form.setValues(base.values),
  };
}

export type CustomerFormState = ReturnType<typeof useCustomerForm>;
