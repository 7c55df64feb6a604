import type { CustomerValues, Person } from '@/api/types';

/** What the form holds: all that can be said of a customer, and what can be said of a new one alone. */
export type FormValues = Required<CustomerValues>;
export type Field = keyof FormValues;

export const EMPTY: FormValues = {
  first_name: '',
  last_name: '',
  email: '',
  email_aliases: [],
  company_id: null,
  job_title: '',
  department: '',
  office_phone: '',
  mobile_phone: '',
  other_phone: '',
  fax: '',
  address: '',
  notes: '',
  portal_access: 'none',
  email_format: 'html',
  feedback_mails: true,
  time_zone: null,
  locale: null,
  services: [],
  send_activation: false,
};

const FIELDS = Object.keys(EMPTY) as Field[];

export const isField = (name: string): name is Field => name in EMPTY;

/** A copy of what is known of somebody, without what is not theirs to say (id, times, avatar). */
export function valuesOf(person: Person): FormValues {
  const known = Object.fromEntries(FIELDS.map((field) => [field, { ...EMPTY, ...person }[field]]));
  return known as FormValues;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export function changedFields(before: FormValues, now: FormValues): Field[] {
  return FIELDS.filter((field) => !same(before[field], now[field]));
}

export function pick(values: FormValues, fields: Field[]): Partial<FormValues> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/**
 * What to go on with when somebody else has changed the customer meanwhile: theirs, and on top of it what was typed
 * here. Conflicts are the fields that both have changed, to different values.
 */
export function rebase(
  before: FormValues,
  mine: FormValues,
  theirs: FormValues,
): { values: FormValues; conflicts: Field[] } {
  const changed = changedFields(before, mine);
  const values = { ...theirs, ...pick(mine, changed) };
  const conflicts = changed.filter(
    (field) => !same(theirs[field], before[field]) && !same(theirs[field], mine[field]),
  );
  return { values, conflicts };
}
