import { expect, it } from 'vitest';
import {
  aboveOf,
  changedKeys,
  choicesOf,
  decide,
  KEYS,
  type Kind,
  lockOf,
  type Place,
  rebase,
  withWord,
} from './model';

const SWITCH: Kind = { kind: 'switch', default: true };
const LIMIT: Kind = { kind: 'limit', default: 8, min: 1, max: 8 };
const account: Place = { level: 'account', said: { chat: { value: false }, sessions: { value: 5 } } };
const team: Place = {
  level: 'team',
  name: 'Day',
  said: { chat: { value: true, locked: true }, sessions: { value: 3 } },
};
const person: Place = { level: 'representative', said: { chat: { value: false }, sessions: { value: 8 } } };

/** SET-3 */
it('knows all features, once each', () => {
  expect(new Set(KEYS).size).toBe(27);
});

/** SET-3 */
it('says what holds as the server does: the narrowest, unless it is locked; of numbers the smallest', () => {
  const whose = (key: string, kind: Kind, chain: Place[]) => {
    const { value, by } = decide(key, kind, chain);
    return [value, by?.level];
  };
  expect(whose('chat', SWITCH, [])).toEqual([true, undefined]);
  expect(whose('chat', SWITCH, [account])).toEqual([false, 'account']);
  expect(whose('chat', SWITCH, [account, person])).toEqual([false, 'representative']);
  expect(whose('chat', SWITCH, [account, team, person])).toEqual([true, 'team']);
  expect(whose('sessions', LIMIT, [account, person])).toEqual([5, 'account']);
  expect(whose('sessions', LIMIT, [account, team, person])).toEqual([3, 'team']);
  expect(whose('sessions', LIMIT, [person])).toEqual([8, 'representative']);
  expect(lockOf('chat', [account, team])).toBe(team);
  expect(lockOf('sessions', [account, team])).toBeUndefined();
});

it('offers what a feature can be', () => {
  expect(choicesOf(SWITCH)).toEqual([true, false]);
  expect(choicesOf(LIMIT)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(choicesOf({ kind: 'end_prompt', default: 'off' })).toHaveLength(3);
});

it('lays what was changed over what somebody else has saved, and says where both meet', () => {
  const before = { chat: { value: true } };
  const mine = withWord(before, 'annotate', { value: false });
  expect(changedKeys(before, mine)).toEqual(['annotate']);
  expect(changedKeys(before, withWord(before, 'chat', { value: true, locked: false }))).toEqual([]);
  expect(rebase(before, mine, { clipboard: { value: false } })).toEqual({
    said: { clipboard: { value: false }, annotate: { value: false } },
    met: false,
  });
  expect(rebase(before, {}, { chat: { value: false } })).toEqual({ said: {}, met: true });
});

/** SET-4 */
it('knows who is above somebody by what the server tells of them, whether or not their names are known', () => {
  const step = (level: 'account' | 'team' | 'representative', locked = false) => ({
    level,
    value: false,
    locked,
    counts: true,
    by: { kind: 'user' },
    at: '2026-11-29T00:00:00Z',
  });
  const told = [{ key: 'chat' as const, chain: [step('team', true), step('representative')] }];
  expect(aboveOf(told, { subteam: 'Late' })).toEqual([
    { level: 'account', said: {} },
    { level: 'team', name: undefined, said: { chat: { value: false, locked: true } } },
    { level: 'subteam', name: 'Late', said: {} },
  ]);
  expect(aboveOf([], {})).toHaveLength(1);
});
