import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { staff } from '@/api/session';
import { root } from './root';

/** Pages for people who are signed in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await staff.restore();
    if (session.state !== 'signed-in' && session.state !== 'locked')
      throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
  component: lazyRouteComponent(() => import('../shell/Shell'), 'Shell'),
});
