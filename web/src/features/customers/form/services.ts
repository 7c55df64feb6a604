import type { Access, Service, ServiceAccess } from '@/api/types';
import type { FormValues } from './values';

export type Offer = {
  service: Service;
  /** What was given to this customer; undefined when nothing was. */
  given: Access | undefined;
  /** Theirs in the portal because it is open to their company (CUS-2). */
  inherited: boolean;
  /** Open to their company at all: the server refuses others (CUS-3). */
  open: boolean;
};

type Whose = Pick<FormValues, 'portal_access' | 'company_id' | 'services'>;

const byCompany = ({ portal_access, company_id }: Whose) =>
  !!company_id && (portal_access === 'company' || portal_access === 'company_admin');

/** The services that a customer has or may be given, by name; the others are nobody's concern here. */
export function offered(services: Service[], customer: Whose): Offer[] {
  const offers = services.map((service) => {
    const { company_ids: companies, status } = service;
    const open = companies.length === 0 || (!!customer.company_id && companies.includes(customer.company_id));
    const has = customer.services.find(({ service_id }) => service_id === service.id);
    const given = has && (has.access ?? 'portal_access');
    return { service, given, open, inherited: byCompany(customer) && open && status === 'active' };
  });
  return offers
    .filter(({ service, given, open }) => given || (open && service.status === 'active'))
    .sort((one, other) => one.service.name.localeCompare(other.service.name));
}

export function withService(
  services: ServiceAccess[],
  service_id: string,
  access: Access | undefined,
): ServiceAccess[] {
  const others = services.filter((service) => service.service_id !== service_id);
  return access ? [...others, { service_id, access }] : others;
}
