import { expect, it } from 'vitest';
import type { TakenLogin } from '@/api/types';
import { worksAgain } from './holders';

const login = (user_id: string, idle: boolean): TakenLogin => ({
  user_id,
  first_name: user_id,
  last_name: 'Otero',
  since: '2026-11-29T08:00:00Z',
  heard_at: '2026-11-29T08:00:00Z',
  idle,
});

/** TEA-3 */
it('tells of one who works again from one who has gone, or whose place others were quicker to take', () => {
  const taken = { ticket: 'anew', available_logins: 2, taken: [login('ada', true), login('bo', false)] };
  expect(worksAgain(taken, 'bo')?.first_name).toBe('bo');
  expect(worksAgain(taken, 'ada')).toBeUndefined();
  expect(worksAgain(taken, 'cy')).toBeUndefined();
});
