import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Door, portal, staff } from '@/api/session';
import type { PortalCustomer, User } from '@/api/types';
import { followUser, sayCompanies } from './languages';

/** Speaks as whoever has come wants it, and calls things what their account calls them. */
async function greet(who: User | PortalCustomer) {
  await followUser(who.locale);
  if ('company_word' in who.account) await sayCompanies(who.account.company_word);
}

/** Does what has to happen wherever one is when somebody signs in or a session ends. */
export function Root() {
  const router = useRouter();
  const queries = useQueryClient();
  useEffect(() => {
    const follow = (door: Door, onLeft: (who: User | PortalCustomer) => void) => {
      const known = door.current();
      let who: User | PortalCustomer | undefined = known.state === 'signed-in' ? known.user : undefined;
      if (who) void greet(who);
      return door.onChange(() => {
        const session = door.current();
        if (session.state === 'signed-in') {
          // What one user has seen is not shown to the next.
          if (session.user.id !== who?.id) queries.clear();
          who = session.user;
          void greet(session.user);
        } else if (session.state === 'signed-out' && who) {
          const left = who;
          who = undefined;
          queries.clear();
          onLeft(left);
        }
      });
    };
    const forget = [
      follow(staff, () => void router.navigate({ to: '/sign-in' })),
      follow(portal, (who) => {
        void router.navigate({ to: '/portal/$account/sign-in', params: { account: who.account.id } });
      }),
    ];
    return () => {
      for (const stop of forget) stop();
    };
  }, [router, queries]);
  return <Outlet />;
}
