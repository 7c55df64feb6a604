import { createRoute } from '@tanstack/react-router';
import type { ContactFilter } from '@/api/contacts';
import type { Verdict } from '@/api/types';
import { readAuditSearch } from '@/features/audit/search';
import { readDeviceSearch } from '@/features/devices/search';
import { isVerdict } from '@/features/imports/verdicts';
import { textOf } from '../textOf';
import { inside } from './inside';
import { page } from './page';

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  component: page('imports', () => import('@/features/imports/ImportsPage'), 'ImportsPage'),
});

const importPage = createRoute({
  getParentRoute: () => inside,
  path: '/import/$id',
  validateSearch: (search): { verdict?: Verdict; kept?: boolean } => ({
    ...(isVerdict(search.verdict) && { verdict: search.verdict }),
    ...(search.kept === true && { kept: true }),
  }),
  component: page('imports', () => import('@/features/imports/ImportPage'), 'ImportPage'),
});

const companySettings = createRoute({
  getParentRoute: () => inside,
  path: '/companies/$id/settings',
  component: page('settings', () => import('@/features/settings/CompanySettingsPage'), 'CompanySettingsPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: page('settings', () => import('@/features/settings/SettingsPage'), 'SettingsPage'),
});

const contacts = createRoute({
  getParentRoute: () => inside,
  path: '/contacts',
  validateSearch: (search): ContactFilter => ({
    text: textOf(search.text),
    company_id: textOf(search.company_id),
  }),
  component: page('contacts', () => import('@/features/contacts/ContactsPage'), 'ContactsPage'),
});

const devices = createRoute({
  getParentRoute: () => inside,
  path: '/devices',
  validateSearch: readDeviceSearch,
  component: page('devices', () => import('@/features/devices/DevicesPage'), 'DevicesPage'),
});

const device = createRoute({
  getParentRoute: () => inside,
  path: '/devices/$id',
  component: page('devices', () => import('@/features/devices/DevicePage'), 'DevicePage'),
});

const services = createRoute({
  getParentRoute: () => inside,
  path: '/services',
  validateSearch: (search): { text?: string; status?: 'active' | 'retired' } => ({
    text: textOf(search.text),
    status: search.status === 'active' || search.status === 'retired' ? search.status : undefined,
  }),
  component: page('services', () => import('@/features/services/ServicesPage'), 'ServicesPage'),
});

const denylist = createRoute({
  getParentRoute: () => inside,
  path: '/denylist',
  component: page('denylist', () => import('@/features/denylist/DenylistPage'), 'DenylistPage'),
});

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: page('audit', () => import('@/features/audit/AuditPage'), 'AuditPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => inside,
  path: '/api-keys',
  component: page('api-keys', () => import('@/features/api-keys/ApiKeysPage'), 'ApiKeysPage'),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  component: page('profile', () => import('@/features/profile/ProfilePage'), 'ProfilePage'),
});

export const deskRoutes = [
  imports,
  importPage,
  companySettings,
  settings,
  contacts,
  devices,
  device,
  services,
  denylist,
  audit,
  apiKeys,
  profile,
] as const;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A link leads to where something is added: the dialog is open. */
    adding?: boolean;
  }
}
