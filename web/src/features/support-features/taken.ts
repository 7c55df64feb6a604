import type { Said } from '@/api/features';
import { choicesOf, type Kind, type Value, withWord } from './model';

/** What a portal can leave of a feature, from nothing said to the least: it never gives anything. */
export function leavable(kind: Kind): Value[] {
  if (kind.kind === 'switch') return [false];
  if (kind.kind === 'end_prompt') return choicesOf(kind).filter((value) => value !== 'required');
  if (kind.kind === 'limit') return choicesOf(kind).filter((value) => value !== kind.max);
  return choicesOf(kind);
}

/** With one feature left as it is, or taken away down to a value. */
export const withTaken = (said: Said, key: string, value: Value | undefined): Said =>
  withWord(said, key, value === undefined ? undefined : { value, locked: false });
