import { expect, it } from 'vitest';
import { lastDays } from './days';

it('fills the days on which nobody came', () => {
  const today = new Date('2026-03-02T23:30:00Z');
  expect(lastDays([{ day: '2026-02-28', named: 2, shared: 1 }], 4, today)).toEqual([
    { day: '2026-02-27', named: 0, shared: 0 },
    { day: '2026-02-28', named: 2, shared: 1 },
    { day: '2026-03-01', named: 0, shared: 0 },
    { day: '2026-03-02', named: 0, shared: 0 },
  ]);
});
