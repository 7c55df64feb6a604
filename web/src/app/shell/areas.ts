import { type Permission, roleMay } from '@/api/permissions';
import type { Role } from '@/api/types';

/** Where one can go in the main navigation, and what one has to be allowed to do there. */
export const GROUPS = [
  {
    name: undefined,
    areas: [
      { to: '/', icon: 'home', label: 'home', needs: 'see_customers' },
      { to: '/customers', icon: 'people', label: 'customers', needs: 'see_customers' },
      { to: '/companies', icon: 'company', label: 'companies', needs: 'see_companies' },
      { to: '/devices', icon: 'device', label: 'devices', needs: 'see_devices' },
      { to: '/contacts', icon: 'contact', label: 'contacts', needs: 'see_contacts' },
      { to: '/services', icon: 'layers', label: 'services', needs: 'see_services' },
    ],
  },
  {
    name: 'data',
    areas: [
      { to: '/import', icon: 'import', label: 'import', needs: 'manage_imports' },
      { to: '/exports', icon: 'export', label: 'export', needs: 'manage_exports' },
      { to: '/denylist', icon: 'deny', label: 'denylist', needs: 'manage_denylist' },
    ],
  },
  {
    name: 'account',
    areas: [
      { to: '/users', icon: 'team', label: 'users', needs: 'see_users' },
      { to: '/seats', icon: 'seat', label: 'seats', needs: 'see_seats' },
      { to: '/settings', icon: 'settings', label: 'settings', needs: 'see_settings' },
      { to: '/audit', icon: 'log', label: 'audit', needs: 'see_audit' },
      { to: '/api-keys', icon: 'key', label: 'api_keys', needs: 'hold_keys' },
    ],
  },
] as const satisfies {
  name?: string;
  areas: { to: string; icon: string; label: string; needs: Permission }[];
}[];

export type Area = (typeof GROUPS)[number]['areas'][number];

const AREAS: readonly Area[] = GROUPS.flatMap(({ areas }) => areas as readonly Area[]);

export const areasFor = (role: Role): Area[] => AREAS.filter(({ needs }) => roleMay(role, needs));

/** Where somebody with this role begins. */
export const startFor = (role: Role) => areasFor(role)[0]?.to ?? '/profile';

/** Whether the page at this address is one of an area that the role has no right to. */
export function isClosed(pathname: string, role: Role): boolean {
  const area = AREAS.find(({ to }) =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`),
  );
  return area !== undefined && !roleMay(role, area.needs);
}
