import { expect, it } from 'vitest';
import type { TakenLogin, Team } from '@/api/types';
import { figuresOf, sharing } from './logins';

const taken = (...idle: boolean[]) => idle.map((one) => ({ idle: one }) as TakenLogin);
const team = (id: string, available_logins: number | null, parent_id: string | null = null) =>
  ({ id, available_logins, parent_id }) as Team;

/** TEA-3 */
it('counts who works, who is idle, and what is left', () => {
  const counts = figuresOf({ available_logins: 5, taken: taken(true, false, false) });
  expect(counts).toEqual({ available: 5, used: 3, idle: 1, busy: 2, free: 2 });
});

it('has nothing left where more are signed in than may be since the number is smaller', () => {
  expect(figuresOf({ available_logins: 1, taken: taken(false, false) })).toMatchObject({ used: 2, free: 0 });
});

it('says with whom the logins are shared', () => {
  const day = team('day', 5);
  const late = team('late', null, 'day');
  expect(sharing(late, day, [day, late])).toBe('of_parent');
  expect(sharing(late, undefined, [late])).toBe('of_unseen');
  expect(sharing(day, undefined, [day, late])).toBe('with_subteams');
  expect(sharing(day, undefined, [day, team('late', 2, 'day'), team('night', null)])).toBeUndefined();
});
