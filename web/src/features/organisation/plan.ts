import type { OrganisationAction, OrganisationStep } from '@/api/types';

/** One value that differs, by its place in what it is of. */
export type Difference = { place: string; before: unknown; after: unknown };

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && Object.keys(value).length === 0);

/** What differs, down to single values; lists are compared as a whole. What is nothing on both sides is left out. */
export function differencesOf(before: unknown, after: unknown, place = ''): Difference[] {
  if (
    (isMap(before) || isMap(after)) &&
    (isMap(before) || isNothing(before)) &&
    (isMap(after) || isNothing(after))
  ) {
    const [one, other] = [isMap(before) ? before : {}, isMap(after) ? after : {}];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
      differencesOf(one[key], other[key], place ? `${place}.${key}` : key),
    );
  }
  if (same(before, after) || (isNothing(before) && isNothing(after))) return [];
  return [{ place, before, after }];
}

/** A value as it stands in a file; nothing is nothing. */
export function written(value: unknown): string {
  if (isNothing(value)) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
    ? value.join(', ')
    : JSON.stringify(value);
}

export const ACTIONS = ['create', 'change', 'delete'] as const satisfies OrganisationAction[];

/** The steps by what is done, in the order in which it is done; what is not done at all is left out. */
export const grouped = (steps: OrganisationStep[]) =>
  ACTIONS.map((action) => ({ action, steps: steps.filter((step) => step.action === action) })).filter(
    (group) => group.steps.length > 0,
  );
