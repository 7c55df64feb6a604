import type { Access, AccessChangeInput, Customer, PortalAccess } from '@/api/types';
import type { Selection } from '../list/useSelection';
import { isFiltered } from '../search';

/** What is to become of one service: left out, it stays as it is. */
export type ServiceChange = Access | 'take';

export type Change = {
  portal_access: PortalAccess | undefined;
  services: Record<string, ServiceChange>;
  send_mail: boolean;
};

export const NO_CHANGE: Change = { portal_access: undefined, services: {}, send_mail: false };

export const changesSomething = ({ portal_access, services }: Change) =>
  portal_access !== undefined || Object.keys(services).length > 0;

export function withService(change: Change, id: string, to: ServiceChange | undefined): Change {
  const { [id]: _, ...others } = change.services;
  return { ...change, services: to ? { ...others, [id]: to } : others };
}

/** As the API wants it said: for whom in exactly one way. */
export function inputOf(selection: Selection, change: Change): AccessChangeInput {
  const entries = Object.entries(change.services);
  const input: AccessChangeInput = {
    portal_access: change.portal_access,
    set_services: entries.flatMap(([service_id, access]) =>
      access === 'take' ? [] : { service_id, access },
    ),
    remove_services: entries.flatMap(([id, access]) => (access === 'take' ? id : [])),
    send_mail: change.send_mail,
  };
  if (selection.kind === 'some') return { ...input, customer_ids: [...selection.customers.keys()] };
  return isFiltered(selection.filter) ? { ...input, filter: selection.filter } : { ...input, all: true };
}

export type Foresight = { already: number; companyless: number; rest: number };

/** What can be told of the chosen ones before it is done; their services are not known here, so the rest may do. */
export function foresee(customers: Customer[], { portal_access: level, services }: Change): Foresight {
  const byCompany = level === 'company' || level === 'company_admin';
  const companyless = byCompany ? customers.filter(({ company }) => !company).length : 0;
  const servicesStay = Object.keys(services).length === 0;
  const already =
    level && servicesStay
      ? customers.filter(({ portal_access, company }) => portal_access === level && (company || !byCompany))
          .length
      : 0;
  return { already, companyless, rest: customers.length - already - companyless };
}
