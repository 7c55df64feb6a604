import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Verdict } from '@/api/types';
import { readAuditSearch } from '@/features/audit/search';
import { readDeviceSearch } from '@/features/devices/search';
import { isVerdict } from '@/features/imports/verdicts';
import { textOf } from '../textOf';
import { inside } from './inside';

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  component: lazyRouteComponent(() => import('@/features/imports/ImportsPage'), 'ImportsPage'),
});

const importPage = createRoute({
  getParentRoute: () => inside,
  path: '/import/$id',
  validateSearch: (search): { verdict?: Verdict; kept?: boolean } => ({
    ...(isVerdict(search.verdict) && { verdict: search.verdict }),
    ...(search.kept === true && { kept: true }),
  }),
  component: lazyRouteComponent(() => import('@/features/imports/ImportPage'), 'ImportPage'),
});

const companies = createRoute({
  getParentRoute: () => inside,
  path: '/companies',
  validateSearch: (search): { text?: string } => ({ text: textOf(search.text) }),
  component: lazyRouteComponent(() => import('@/features/companies/CompaniesPage'), 'CompaniesPage'),
});

const contacts = createRoute({
  getParentRoute: () => inside,
  path: '/contacts',
  validateSearch: (search): { text?: string } => ({ text: textOf(search.text) }),
  component: lazyRouteComponent(() => import('@/features/contacts/ContactsPage'), 'ContactsPage'),
});

const devices = createRoute({
  getParentRoute: () => inside,
  path: '/devices',
  validateSearch: readDeviceSearch,
  component: lazyRouteComponent(() => import('@/features/devices/DevicesPage'), 'DevicesPage'),
});

const device = createRoute({
  getParentRoute: () => inside,
  path: '/devices/$id',
  component: lazyRouteComponent(() => import('@/features/devices/DevicePage'), 'DevicePage'),
});

const services = createRoute({
  getParentRoute: () => inside,
  path: '/services',
  validateSearch: (search): { text?: string; status?: 'active' | 'retired' } => ({
    text: textOf(search.text),
    status: search.status === 'active' || search.status === 'retired' ? search.status : undefined,
  }),
  component: lazyRouteComponent(() => import('@/features/services/ServicesPage'), 'ServicesPage'),
});

const denylist = createRoute({
  getParentRoute: () => inside,
  path: '/denylist',
  component: lazyRouteComponent(() => import('@/features/denylist/DenylistPage'), 'DenylistPage'),
});

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('@/features/audit/AuditPage'), 'AuditPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => inside,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('@/features/api-keys/ApiKeysPage'), 'ApiKeysPage'),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  component: lazyRouteComponent(() => import('@/features/profile/ProfilePage'), 'ProfilePage'),
});

export const deskRoutes = [
  imports,
  importPage,
  companies,
  contacts,
  devices,
  device,
  services,
  denylist,
  audit,
  apiKeys,
  profile,
] as const;
