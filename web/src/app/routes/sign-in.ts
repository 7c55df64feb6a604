import { createRoute } from '@tanstack/react-router';
import { internal } from '../internal';
import { page } from './page';
import { entrance } from './root';

const signIn = createRoute({
  getParentRoute: () => entrance,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => ({ to: internal(search.to) }),
  component: page('sign-in', () => import('@/features/sign-in/SignInPage'), 'SignInPage'),
});

const openAccount = createRoute({
  getParentRoute: () => entrance,
  path: '/open-account',
  component: page('sign-in', () => import('@/features/sign-in/OpenAccountPage'), 'OpenAccountPage'),
});

const forgotten = createRoute({
  getParentRoute: () => entrance,
  path: '/forgotten-password',
  component: page(
    'sign-in',
    () => import('@/features/sign-in/ForgottenPasswordPage'),
    'ForgottenPasswordPage',
  ),
});

const reset = createRoute({
  getParentRoute: () => entrance,
  path: '/reset-password/$token',
  component: page('sign-in', () => import('@/features/sign-in/ResetPasswordPage'), 'ResetPasswordPage'),
});

const activate = createRoute({
  getParentRoute: () => entrance,
  path: '/activate/$token',
  component: page('sign-in', () => import('@/features/sign-in/ActivatePage'), 'ActivatePage'),
});

const confirmAddress = createRoute({
  getParentRoute: () => entrance,
  path: '/confirm-address/$token',
  component: page('sign-in', () => import('@/features/sign-in/ConfirmAddressPage'), 'ConfirmAddressPage'),
});

export const signInRoutes = [signIn, openAccount, forgotten, reset, activate, confirmAddress] as const;
