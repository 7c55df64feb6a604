import { expect, it } from 'vitest';
import type { Team } from '@/api/types';
import { isBlank, PARTS } from './parts';

const silent = {
  available_logins: null,
  password_policy: { min_length: null },
  message: '',
  features: {},
  effective: { available_logins: 12, message: 'Hello' },
} as unknown as Team;

/** TEA-1 */
it('knows of a team what it leaves blank, whatever it inherits', () => {
  const blank = (more: object) => PARTS.filter((part) => isBlank({ ...silent, ...more }, part));
  expect(blank({})).toEqual(PARTS);
  expect(blank({ available_logins: 0, password_policy: { max_age_days: 30 } })).toEqual([
    'message',
    'features',
  ]);
  expect(blank({ message: 'Hello', features: { chat: { value: false } } })).toEqual([
    'available_logins',
    'password_policy',
  ]);
});
