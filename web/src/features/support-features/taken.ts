import { choicesOf, type Kind, type Value } from './model';

/** What a portal can leave of a feature, from nothing said to the least: it never gives anything. */
export function leavable(kind: Kind): Value[] {
  if (kind.kind === 'switch') return [false];
  if (kind.kind === 'end_prompt') return choicesOf(kind).filter((value) => value !== 'required');
  if (kind.kind === 'limit') return choicesOf(kind).filter((value) => value !== kind.max);
  return choicesOf(kind);
}

/** The word by which a portal takes a feature away down to a value; none, where it leaves it as it is. */
export const takenTo = (value: Value | undefined) =>
  value === undefined ? undefined : { value, locked: false };
