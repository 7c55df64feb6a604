import { expect, it } from 'vitest';
import { areasFor, isClosed, startFor } from './areas';

const labels = (role: Parameters<typeof areasFor>[0]) => areasFor(role).map(({ label }) => label);

/** PPL-1 */
it('shows each role its areas, and begins in the first', () => {
  expect(labels('representative')).toEqual([
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
  expect(labels('api_manager')).toEqual(['api_keys']);
  expect(labels('company_manager')).toHaveLength(14);
  expect(startFor('company_manager')).toBe('/');
  expect(startFor('api_manager')).toBe('/api-keys');
});

it('closes an area with all its pages to those who have no right to it', () => {
  expect(isClosed('/import/imp_1', 'representative')).toBe(true);
  expect(isClosed('/', 'api_manager')).toBe(true);
  expect(isClosed('/customers/cus_1', 'representative')).toBe(false);
  expect(isClosed('/profile', 'api_manager')).toBe(false);
});
