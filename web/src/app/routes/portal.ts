import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { portal } from '@/api/session';
import { page } from './page';
import { entrance, root } from './root';

/** The same pages for customers, at the portal of one account. */
const portalSignIn = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/sign-in',
  component: page('sign-in', () => import('@/features/sign-in/PortalSignInPage'), 'PortalSignInPage'),
});

const portalForgotten = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/forgotten-password',
  component: page('sign-in', () => import('@/features/sign-in/PortalForgottenPage'), 'PortalForgottenPage'),
});

const portalReset = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/reset-password/$token',
  component: page('sign-in', () => import('@/features/sign-in/ResetPasswordPage'), 'ResetPasswordPage'),
});

const portalActivate = createRoute({
  getParentRoute: () => entrance,
  path: '/portal/$account/activate/$token',
  component: page('sign-in', () => import('@/features/sign-in/ActivatePage'), 'ActivatePage'),
});

export const portalSignInRoutes = [portalSignIn, portalForgotten, portalReset, portalActivate] as const;

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
  component: lazyRouteComponent(() => import('../shell/PortalShell'), 'PortalShell'),
});

const portalHome = createRoute({
  getParentRoute: () => portalInside,
  path: '/',
  component: page('portal', () => import('@/features/portal/PortalPage'), 'PortalPage'),
});

export const portalRoutes = portalInside.addChildren([portalHome]);
