import { expect, it } from 'vitest';
import { changes, fitting, NEW } from './values';

/** PPL-1, PPL-2 */
it('sends nothing that the role can not have, and keeps it in the form', () => {
  const values = {
    ...NEW,
    role: 'team_manager' as const,
    rights: ['run_reports' as const],
    company_access: ['cmp_1'],
    seats: { remote_support: 'named' as const, service_desk: 'shared' as const },
  };
  expect(fitting(values).seats).toEqual({ remote_support: null, service_desk: 'shared' });
  expect(fitting({ ...values, role: 'representative' }).rights).toEqual([]);
  expect(fitting({ ...values, role: 'api_manager' })).toMatchObject({
    company_access: 'all',
    modules: [],
    seats: { service_desk: null },
  });
  expect(fitting({ ...values, role: 'company_manager' }).modules).toHaveLength(3);
});

it('tells what has changed, and nothing else', () => {
  expect(changes(NEW, NEW)).toEqual({});
  expect(changes(NEW, { ...NEW, custom: '4711' })).toEqual({ custom: '4711' });
});
