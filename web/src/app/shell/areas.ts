import { may, type Permitted } from '@/api/permissions';
import type { Permission, SeatModule } from '@/api/types';

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
      { to: '/queries', icon: 'message', label: 'queries', needs: 'see_queries' },
      { to: '/codes', icon: 'phone', label: 'codes', needs: 'hold_codes' },
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
      { to: '/teams', icon: 'board', label: 'teams', needs: 'see_teams' },
      { to: '/features', icon: 'toggle', label: 'features', needs: 'set_up_teams' },
      { to: '/portals', icon: 'door', label: 'portals', needs: 'see_portals' },
      { to: '/seats', icon: 'seat', label: 'seats', needs: 'see_seats' },
      { to: '/settings', icon: 'settings', label: 'settings', needs: 'see_settings' },
      { to: '/organisation', icon: 'file', label: 'organisation', needs: 'see_organisation' },
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

/** Pages that need more than the area that they are in. */
const INNER: { at: RegExp; needs: Permission }[] = [
  { at: /^\/customers\/(new|access\/[^/]+|[^/]+\/edit)$/, needs: 'manage_customers' },
  { at: /^\/users\/(new|batch)$/, needs: 'manage_users' },
  { at: /^\/portals\/new$/, needs: 'manage_portals' },
  { at: /^\/erasures\//, needs: 'manage_personal_data' },
];

/** Where one works by a seat (PPL-15). */
const BY_SEAT: { at: RegExp; module: SeatModule }[] = [
  { at: /^\/($|(customers|services|import|exports)($|\/))/, module: 'service_desk' },
];

export const areasFor = (user: Permitted): Area[] => AREAS.filter(({ needs }) => may(user, needs));

/** Where they begin. */
export const startFor = (user: Permitted) => areasFor(user)[0]?.to ?? '/profile';

const isIn = ({ to }: Area, pathname: string) =>
  to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);

/** Whether they have no right to the page at this address. */
export function isClosed(pathname: string, user: Permitted): boolean {
  const asked: Permission[] = [
    ...AREAS.filter((area) => isIn(area, pathname)).map(({ needs }) => needs),
    ...INNER.filter(({ at }) => at.test(pathname)).map(({ needs }) => needs),
  ];
  return asked.some((needs) => !may(user, needs));
}

/** The module by whose seats one works at this address. */
export const seatedAt = (pathname: string): SeatModule | undefined =>
  BY_SEAT.find(({ at }) => at.test(pathname))?.module;
