import type { CustomerFilter } from '@/api/customers';
import type { ActivationState, PortalAccess } from '@/api/types';

/** The list's filter lives in the address, under the API's own names, so that it can be sent to a colleague. */
export type CustomerSearch = CustomerFilter;

export const PORTAL_ACCESS: readonly PortalAccess[] = ['none', 'standard', 'company', 'company_admin'];

export const ACTIVATION: readonly ActivationState[] = ['not_invited', 'invited', 'active'];

const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value));

/** Keeps what is sensible of an address that anybody may have typed. */
export function readCustomerSearch(search: Record<string, unknown>): CustomerSearch {
  return {
    text: text(search.text),
    company_id: text(search.company_id),
    service_id: text(search.service_id),
    portal_access: PORTAL_ACCESS.find((access) => access === search.portal_access),
    activation: ACTIVATION.find((state) => state === search.activation),
    sort: search.sort === 'newest' ? 'newest' : undefined,
  };
}

/** What the API calls a filter: without the order. */
export const filterOf = ({ sort: _, ...filter }: CustomerSearch) => filter;

export const isFiltered = (search: CustomerSearch) => Object.values(filterOf(search)).some(Boolean);

export const TABS = ['overview', 'access', 'data'] as const;

export type CustomerTab = (typeof TABS)[number];

export const readTab = (value: unknown): CustomerTab | undefined => TABS.find((tab) => tab === value);
