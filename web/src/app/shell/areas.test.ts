import { expect, it } from 'vitest';
import type { Permission } from '@/api/types';
import { areasFor, isClosed, seatedAt, startFor } from './areas';

const who = (...permissions: Permission[]) => ({ permissions });
const labels = (user: ReturnType<typeof who>) => areasFor(user).map(({ label }) => label);

const alike: Permission[] = [
  'own_profile',
  'see_users',
  'see_seats',
  'see_companies',
  'see_contacts',
  'see_devices',
  'see_settings',
];
const atTheDesk = who(...alike, 'see_customers', 'see_services');
const liveOnly = who(...alike);
const keyHolder = who('own_profile', 'hold_keys');

/** PPL-1, PPL-4 */
it('shows the areas to which somebody has the right, by role and by module, and begins in the first', () => {
  const whatAllSee = ['companies', 'devices', 'contacts', 'users', 'seats', 'settings'];
  expect(labels(liveOnly)).toEqual(whatAllSee);
  expect(labels(atTheDesk)).toEqual([
    'home',
    'customers',
    'companies',
    'devices',
    'contacts',
    'services',
    'users',
    'seats',
    'settings',
  ]);
  expect(startFor(atTheDesk)).toBe('/');
  expect(startFor(liveOnly)).toBe('/companies');
});

/** PPL-16 */
it('gives whoever holds keys and nothing else the page of keys and their own profile', () => {
  expect(labels(keyHolder)).toEqual(['api_keys']);
  expect(startFor(keyHolder)).toBe('/api-keys');
  expect(isClosed('/', keyHolder)).toBe(true);
  expect(isClosed('/profile', keyHolder)).toBe(false);
});

it('closes an area with all its pages to those who have no right to it, and single pages in an open one', () => {
  expect(isClosed('/import/imp_1', atTheDesk)).toBe(true);
  expect(isClosed('/customers/cus_1', atTheDesk)).toBe(false);
  expect(isClosed('/customers/cus_1', liveOnly)).toBe(true);
  for (const inner of [
    '/customers/new',
    '/customers/cus_1/edit',
    '/customers/access/job_1',
    '/users/batch',
    '/erasures/job_1',
  ])
    expect(isClosed(inner, atTheDesk)).toBe(true);
  expect(isClosed('/customers/new', who('see_customers', 'manage_customers'))).toBe(false);
});

/** PPL-15 */
it('knows where one works by a seat', () => {
  for (const at of ['/', '/customers', '/customers/cus_1', '/import/imp_1'])
    expect(seatedAt(at)).toBe('service_desk');
  for (const at of ['/companies', '/profile', '/seats', '/customersx']) expect(seatedAt(at)).toBeUndefined();
});
