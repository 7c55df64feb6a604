import { createRouter } from '@tanstack/react-router';
import { codeRoutes } from './routes/codes';
import { companyRoutes } from './routes/companies';
import { customerRoutes } from './routes/customers';
import { deskRoutes } from './routes/desk';
import { docsRoutes } from './routes/docs';
import { inside } from './routes/inside';
import { peopleRoutes } from './routes/people';
import { portalRoutes, portalSignInRoutes } from './routes/portal';
import { portalsRoutes } from './routes/portals';
import { entrance, root } from './routes/root';
import { signInRoutes } from './routes/sign-in';
import { Waiting } from './Waiting';

export const router = createRouter({
  routeTree: root.addChildren([
    entrance.addChildren([...signInRoutes, ...portalSignInRoutes]),
    portalRoutes,
    docsRoutes,
    inside.addChildren([
      ...customerRoutes,
      ...companyRoutes,
      ...deskRoutes,
      ...peopleRoutes,
      ...portalsRoutes,
      ...codeRoutes,
    ]),
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
