import { createRoute } from '@tanstack/react-router';
import { type PortalTab, readTab } from '@/features/portals/tabs';
import { textOf } from '../textOf';
import { inside } from './inside';
import { page } from './page';

const portals = createRoute({
  getParentRoute: () => inside,
  path: '/portals',
  component: page('portals', () => import('@/features/portals/PortalsPage'), 'PortalsPage'),
});

const newPortal = createRoute({
  getParentRoute: () => inside,
  path: '/portals/new',
  component: page('portals', () => import('@/features/portals/NewPortalPage'), 'NewPortalPage'),
});

const portal = createRoute({
  getParentRoute: () => inside,
  path: '/portals/$id',
  validateSearch: (search): { tab?: PortalTab } => {
    const tab = readTab(search.tab);
    return tab ? { tab } : {};
  },
  component: page('portals', () => import('@/features/portals/PortalPage'), 'PortalPage'),
});

/** A tab of the page above. */
const portalFeatures = createRoute({
  getParentRoute: () => portal,
  path: '/features',
  component: page(
    'support-features',
    () => import('@/features/support-features/PortalFeaturesPage'),
    'PortalFeaturesPage',
  ),
});

const queries = createRoute({
  getParentRoute: () => inside,
  path: '/queries',
  validateSearch: (search): { portal_id?: string } => ({ portal_id: textOf(search.portal_id) }),
  component: page('portals', () => import('@/features/portals/queries/QueriesPage'), 'QueriesPage'),
});

const query = createRoute({
  getParentRoute: () => inside,
  path: '/queries/$id',
  component: page('portals', () => import('@/features/portals/queries/QueryPage'), 'QueryPage'),
});

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  component: page(
    'organisation',
    () => import('@/features/organisation/OrganisationPage'),
    'OrganisationPage',
  ),
});

export const portalsRoutes = [
  portals,
  newPortal,
  portal.addChildren([portalFeatures]),
  queries,
  query,
  organisation,
] as const;
