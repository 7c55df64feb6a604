import { describe, expect, it } from 'vitest';
import type { Service } from '@/api/types';
import { offered, withService } from './services';

const service = (id: string, name: string, more: Partial<Service> = {}): Service => ({
  id,
  name,
  description: '',
  status: 'active',
  company_ids: [],
  created_at: '2026-01-01T00:00:00Z',
  ...more,
});

/** CUS-2, CUS-3 */
describe('the services offered for a customer', () => {
  const all = [
    service('svc_1', 'Network'),
    service('svc_2', 'Clinic software', { company_ids: ['cmp_1'] }),
    service('svc_3', 'Old help desk', { status: 'retired' }),
  ];
  const whose = { portal_access: 'standard', company_id: null, services: [] } as const;
  const names = (customer: Parameters<typeof offered>[1]) =>
    offered(all, customer).map(({ service }) => service.name);

  it('are those open to their company that are not retired', () => {
    expect(names({ ...whose, services: [] })).toEqual(['Network']);
    expect(names({ ...whose, services: [], company_id: 'cmp_1' })).toEqual(['Clinic software', 'Network']);
  });

  it('hold whatever they have already', () => {
    const services = [{ service_id: 'svc_3' }];
    const [, old] = offered(all, { ...whose, services });
    expect(old).toMatchObject({ given: 'portal_access', inherited: false });
  });

  it('come by the company for its own levels of access', () => {
    const [clinic] = offered(all, { portal_access: 'company', company_id: 'cmp_1', services: [] });
    expect(clinic).toMatchObject({ given: undefined, inherited: true, open: true });
  });

  it('are given once, and taken', () => {
    const given = withService([{ service_id: 'svc_1' }], 'svc_1', 'no_portal_access');
    expect(given).toEqual([{ service_id: 'svc_1', access: 'no_portal_access' }]);
    expect(withService(given, 'svc_1', undefined)).toEqual([]);
  });
});
