import type { Role, UserStatus } from '@/api/types';
import type { UserFilter } from '@/api/users';

/** The list's filter lives in the address, under the API's own names. */
export type UserSearch = UserFilter;

export const ROLES: readonly Role[] = ['company_manager', 'team_manager', 'representative', 'api_manager'];
export const STATUSES: readonly UserStatus[] = ['active', 'invited', 'suspended'];

const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value));

/** Keeps what is sensible of an address that anybody may have typed. */
export function readUserSearch(search: Record<string, unknown>): UserSearch {
  return {
    text: text(search.text),
    role: ROLES.find((role) => role === search.role),
    status: STATUSES.find((status) => status === search.status),
    company_id: text(search.company_id),
    team_id: text(search.team_id),
  };
}

export const isFiltered = ({ text, role, status, company_id, team_id }: UserSearch) =>
  Boolean(text || role || status || company_id || team_id);
