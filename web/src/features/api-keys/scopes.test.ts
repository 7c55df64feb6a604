import { expect, it } from 'vitest';
import { areasOpenTo, levelsOf, readScopes, scopesOf } from './scopes';

/** PPL-16 */
it('turns choices into scopes and back', () => {
  const scopes = scopesOf({ customers: 'write', companies: 'read', imports: 'none' });
  expect(scopes).toEqual(['customers:read', 'customers:write', 'companies:read']);
  expect(readScopes(scopes)).toEqual([
    ['customers', 'write'],
    ['companies', 'read'],
  ]);
});

it('has areas that are only looked at', () => {
  expect(levelsOf('queries')).toEqual(['none', 'read']);
  expect(scopesOf({ queries: 'write', teams: 'write' })).toEqual([
    'teams:read',
    'teams:write',
    'queries:read',
  ]);
});

/** PPL-1 */
it('offers the audit log to company managers only', () => {
  expect(areasOpenTo('company_manager')).toContain('audit');
  expect(areasOpenTo('api_manager')).not.toContain('audit');
});
