import { useSyncExternalStore } from 'react';
import { portal, type Session, staff } from './session';
import type { PortalCustomer, User } from './types';

export function useSession(): Session<User> {
  return useSyncExternalStore(staff.onChange, staff.current);
}

/** The person signed in; undefined for the moment between the end of a session and the sign-in page. */
export function useUser(): User | undefined {
  const session = useSession();
  return session.state === 'signed-in' || session.state === 'locked' ? session.user : undefined;
}

export function usePortalSession(): Session<PortalCustomer> {
  return useSyncExternalStore(portal.onChange, portal.current);
}

/** As useUser, in the portal. */
export function usePortalCustomer(): PortalCustomer | undefined {
  const session = usePortalSession();
  return session.state === 'signed-in' ? session.user : undefined;
}
