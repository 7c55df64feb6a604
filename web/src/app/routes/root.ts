import { createRootRoute, createRoute } from '@tanstack/react-router';
import { Entrance } from '../Entrance';
import { NotFoundPage } from '../NotFoundPage';
import { Root } from '../Root';
import { RouteError } from '../RouteError';

export const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteError,
});

/** Pages for people who are not signed in. */
export const entrance = createRoute({ getParentRoute: () => root, id: 'entrance', component: Entrance });
