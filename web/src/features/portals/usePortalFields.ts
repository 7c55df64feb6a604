import { useState } from 'react';
import type { Problem } from '@/api/problem';
import type { PortalValues } from './values';

/** Complaints by the server's names; a field of the form may stand for several. */
const PATHS: Partial<Record<keyof PortalValues, string>> = { way: 'type', uses: 'fields' };

/** What the form of a portal holds, and what was said against it; changing a field takes back what was said of it. */
export function usePortalFields(initial: PortalValues) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  /** `path` is what of the server's complaints this answers; without it, all about the part. */
  function set<Name extends keyof PortalValues>(name: Name, value: PortalValues[Name], path?: string) {
    const answered = path ?? PATHS[name] ?? name;
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([field]) => field !== answered && !field.startsWith(`${answered}.`)),
      ),
    );
  }
  return {
    values,
    setValues,
    errors,
    set,
    refuse: (problem: Problem) =>
      setErrors(Object.fromEntries(problem.errors.map(({ field, message }) => [field, message]))),
  };
}

export type PortalForm = ReturnType<typeof usePortalFields>;
