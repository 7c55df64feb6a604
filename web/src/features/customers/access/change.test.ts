import { describe, expect, it } from 'vitest';
import type { Customer } from '@/api/types';
import { inputOf, NO_CHANGE, withService } from './change';

const customer = (id: string): Customer => ({
  id,
  first_name: 'Ada',
  last_name: id,
  email: `${id}@example.org`,
  portal_access: 'none',
  activation: 'not_invited',
  created_at: '2026-01-01T00:00:00Z',
});

/** CUS-6 */
describe('a mass change of access', () => {
  const change = withService(
    withService({ ...NO_CHANGE, portal_access: 'standard' }, 'svc_1', 'no_portal_access'),
    'svc_2',
    'take',
  );

  it('names the chosen ones, the filter, or says all', () => {
    const customers = new Map([['cus_1', customer('cus_1')]]);
    expect(inputOf({ kind: 'some', customers }, change)).toEqual({
      portal_access: 'standard',
      set_services: [{ service_id: 'svc_1', access: 'no_portal_access' }],
      remove_services: ['svc_2'],
      send_mail: false,
      customer_ids: ['cus_1'],
    });
    expect(inputOf({ kind: 'matching', filter: { text: 'ada' } }, change)).toMatchObject({
      filter: { text: 'ada' },
    });
    expect(inputOf({ kind: 'matching', filter: {} }, change)).toMatchObject({ all: true });
  });
});
