import type { Role } from './types';
import { useUser } from './useSession';

/**
 * Who may do what, as the server has it. It is the server that refuses; here it decides what is offered, so that
 * nobody sees a control that would only tell them no.
 */
const ROLES = {
  see_customers: ['company_manager', 'team_manager', 'representative'],
  manage_customers: ['company_manager'],
  see_users: ['company_manager', 'team_manager', 'representative'],
  manage_users: ['company_manager'],
  see_seats: ['company_manager', 'team_manager', 'representative'],
  manage_seats: ['company_manager'],
  see_companies: ['company_manager', 'team_manager', 'representative'],
  manage_companies: ['company_manager'],
  see_settings: ['company_manager', 'team_manager', 'representative'],
  manage_settings: ['company_manager'],
  see_contacts: ['company_manager', 'team_manager', 'representative'],
  manage_contacts: ['company_manager'],
  see_devices: ['company_manager', 'team_manager', 'representative'],
  manage_devices: ['company_manager'],
  see_services: ['company_manager', 'team_manager', 'representative'],
  manage_services: ['company_manager'],
  manage_personal_data: ['company_manager'],
  manage_denylist: ['company_manager'],
  manage_exports: ['company_manager'],
  manage_imports: ['company_manager'],
  hold_keys: ['company_manager', 'api_manager'],
  see_audit: ['company_manager'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES;

export const roleMay = (role: Role, permission: Permission): boolean =>
  (ROLES[permission] as readonly Role[]).includes(role);

/** Whether who is signed in may do it. */
export function useMay(permission: Permission): boolean {
  const user = useUser();
  return user !== undefined && roleMay(user.role, permission);
}
