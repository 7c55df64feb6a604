import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { currentSession, onSessionChange } from '@/api/session';
import { followUser } from './languages';

/** Does what has to happen wherever one is when somebody signs in or a session ends. */
export function Root() {
  const router = useRouter();
  const queries = useQueryClient();
  useEffect(() => {
    const known = currentSession();
    let userId = known.state === 'signed-in' ? known.user.id : undefined;
    if (known.state === 'signed-in') void followUser(known.user.locale);
    return onSessionChange(() => {
      const session = currentSession();
      if (session.state === 'signed-in') {
        // What one user has seen is not shown to the next.
        if (session.user.id !== userId) queries.clear();
        userId = session.user.id;
        void followUser(session.user.locale);
      } else if (session.state === 'signed-out' && userId) {
        userId = undefined;
        queries.clear();
        const to = session.expired ? router.state.location.href : undefined;
        void router.navigate({ to: '/sign-in', search: { to } });
      }
    });
  }, [router, queries]);
  return <Outlet />;
}
