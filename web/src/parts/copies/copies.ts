import type { Problem } from '@/api/problem';

/** Groups of texts with the same keys; each lies with the feature that copies, so that no other page loads it. */
export type Words = 'team_copy' | 'portal_copy';

/** What can be copied, in words; what the thing leaves blank is blank in the others afterwards. */
export type Part<Name extends string> = { name: Name; label: string; hint: string; isBlank: boolean };

/** One of those to which it can be copied. */
export type Target = { value: string; label: string };

export type Chosen<Name extends string> = { parts: Name[]; targets: string[] };

/** What has become of one of them: it says the same now, unless there are reasons why not. */
export type Outcome = { id: string; reasons: string[] };

/** What is chosen, in the order of the lists: others may have deleted a target since then. */
export const inLists = <Name extends string>(
  { parts, targets }: Chosen<Name>,
  lists: { parts: readonly Part<Name>[]; targets: readonly Target[] },
) => ({
  parts: lists.parts.filter(({ name }) => parts.includes(name)),
  targets: lists.targets.filter(({ value }) => targets.includes(value)),
});

/** Who says the same now and who does not, in the order of the list. */
export function sorted(outcomes: readonly Outcome[], targets: readonly Target[]) {
  const places = new Map(targets.map(({ value }, at) => [value, at]));
  const placeOf = ({ id }: Outcome) => places.get(id) ?? targets.length;
  const all = [...outcomes].sort((one, other) => placeOf(one) - placeOf(other));
  return {
    done: all.filter(({ reasons }) => reasons.length === 0),
    kept: all.filter(({ reasons }) => reasons.length > 0),
  };
}

/** Where the server's complaints stand: what it does not say of the parts, it says of those to which they are copied. */
export function complaintsOf(problem: Problem): Record<string, string> {
  const { parts, ...others } = problem.byField();
  const targets = [...new Set(Object.values(others))].join(' ');
  return { ...(parts && { parts }), ...(targets && { targets }) };
}

/** Features are refused one by one, mostly for the same reason: each reason once, with all that it is about. */
export function reasonsOf(
  errors: readonly { field: string; message: string }[],
  said: (keys: string[], message: string) => string,
): string[] {
  const keys = new Map<string, Set<string>>();
  for (const { field, message } of errors) {
    const [key = ''] = field.split('.');
    keys.set(message, (keys.get(message) ?? new Set()).add(key));
  }
  return [...keys].map(([message, about]) => said([...about], message));
}
