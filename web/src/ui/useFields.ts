import { type ChangeEvent, useState } from 'react';
import { Problem } from '@/api/problem';

type Changed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
type Named<Values, Kind> = {
  [Name in keyof Values]: Values[Name] extends Kind ? Name : never;
}[keyof Values] &
  string;

/** What a form of many fields holds, and what was said against them; changing a field takes back what was said of it. */
export function useFields<Values extends object>(initial: Values) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  function set<Name extends keyof Values & string>(name: Name, value: Values[Name]) {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors(({ [name]: _, ...others }) => others);
  }
  return {
    values,
    setValues,
    errors,
    setErrors,
    /** Takes what the server has against each field. */
    refuse: (error: unknown) => setErrors(Problem.of(error).byField()),
    set,
    /** For an input of text, or a native list. */
    text: <Name extends Named<Values, string>>(name: Name) => ({
      value: values[name] as string,
      error: errors[name],
      onChange: ({ currentTarget }: Changed) => set(name, currentTarget.value as Values[Name]),
    }),
    /** For what tells its value itself. */
    value: <Name extends keyof Values & string>(name: Name) => ({
      value: values[name],
      error: errors[name],
      onChange: (value: Values[Name]) => set(name, value),
    }),
    /** For a box or a switch. */
    tick: <Name extends Named<Values, boolean>>(name: Name) => ({
      checked: values[name] as boolean,
      error: errors[name],
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        set(name, event.currentTarget.checked as Values[Name]),
    }),
  };
}

export type Fields<Values extends object> = ReturnType<typeof useFields<Values>>;
