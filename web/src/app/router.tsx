import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { portal, staff } from '@/api/session';
import type { Verdict } from '@/api/types';
import { type CustomerSearch, readCustomerSearch } from '@/features/customers/search';
import { isVerdict } from '@/features/imports/verdicts';
import { Entrance } from './Entrance';
import { internal } from './internal';
import { NotFoundPage } from './NotFoundPage';
import { Root } from './Root';
import { RouteError } from './RouteError';
import { Waiting } from './Waiting';

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteError,
});

/** Pages for people who are not signed in. */
const entrance = createRoute({ getParentRoute: () => root, id: 'entrance', component: Entrance });

const signIn = createRoute({
  getParentRoute: () => entrance,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => ({ to: internal(search.to) }),
  component: lazyRouteComponent(() => import('@/features/sign-in/SignInPage'), 'SignInPage'),
});

const forgotten = createRoute({
  getParentRoute: () => entrance,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    () => import('@/features/sign-in/ForgottenPasswordPage'),
    'ForgottenPasswordPage',
  ),
});

const reset = createRoute({
  getParentRoute: () => entrance,
  path: '/reset-password/$token',
  component: lazyRouteComponent(() => import('@/features/sign-in/ResetPasswordPage'), 'ResetPasswordPage'),
});

const activate = createRoute({
  getParentRoute: () => entrance,
  path: '/activate/$token',
  component: lazyRouteComponent(() => import('@/features/sign-in/ActivatePage'), 'ActivatePage'),
});

/** The same pages for customers, at the portal of one account. */
const portalSignIn = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/sign-in',
  component: lazyRouteComponent(() => import('@/features/sign-in/PortalSignInPage'), 'PortalSignInPage'),
});

const portalForgotten = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/forgotten-password',
  component: lazyRouteComponent(
    () => import('@/features/sign-in/PortalForgottenPage'),
    'PortalForgottenPage',
  ),
});

const portalReset = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/reset-password/$token',
  component: lazyRouteComponent(() => import('@/features/sign-in/ResetPasswordPage'), 'ResetPasswordPage'),
});

const portalActivate = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/activate/$token',
  component: lazyRouteComponent(() => import('@/features/sign-in/ActivatePage'), 'ActivatePage'),
});

/** The portal, for customers of the account in its address. */
const portalInside = createRoute({
  getParentRoute: () => root,
  path: '/portal/$account',
  beforeLoad: async ({ params }) => {
    const session = await portal.restore();
    if (session.state !== 'signed-in' || session.user.account.id !== params.account) {
      throw redirect({ to: '/portal/$account/sign-in', params });
    }
  },
  component: lazyRouteComponent(() => import('./shell/PortalShell'), 'PortalShell'),
});

const portalHome = createRoute({
  getParentRoute: () => portalInside,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/portal/PortalPage'), 'PortalPage'),
});

/** Pages for people who are signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await staff.restore();
    if (session.state !== 'signed-in') throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
  component: lazyRouteComponent(() => import('./shell/Shell'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers', replace: true });
  },
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  component: lazyRouteComponent(() => import('@/features/imports/ImportsPage'), 'ImportsPage'),
});

const importPage = createRoute({
  getParentRoute: () => inside,
  path: '/import/$id',
  validateSearch: (search): { verdict?: Verdict } =>
    isVerdict(search.verdict) ? { verdict: search.verdict } : {},
  component: lazyRouteComponent(() => import('@/features/imports/ImportPage'), 'ImportPage'),
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: (search): CustomerSearch => readCustomerSearch(search),
  component: lazyRouteComponent(() => import('@/features/customers/CustomersPage'), 'CustomersPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    entrance.addChildren([
      signIn,
      forgotten,
      reset,
      activate,
      portalSignIn,
      portalForgotten,
      portalReset,
      portalActivate,
    ]),
    portalInside.addChildren([portalHome]),
    inside.addChildren([home, imports, importPage, customers]),
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** Carried to the sign-in page, but not in the address: a login is personal data. */
    login?: string;
    passwordSet?: boolean;
  }
}
