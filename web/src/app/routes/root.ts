import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Root } from '../Root';
import { RouteError } from '../RouteError';

export const root = createRootRoute({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import('../NotFoundPage'), 'NotFoundPage'),
  errorComponent: RouteError,
});

/** Pages for people who are not signed in. */
export const entrance = createRoute({
  getParentRoute: () => root,
  id: 'entrance',
  component: lazyRouteComponent(() => import('../Entrance'), 'Entrance'),
});
