import { useSyncExternalStore } from 'react';
import { currentSession, onSessionChange, type Session } from './session';
import type { User } from './types';

export function useSession(): Session {
  return useSyncExternalStore(onSessionChange, currentSession);
}

/** The person signed in; undefined for the moment between the end of a session and the sign-in page. */
export function useUser(): User | undefined {
  const session = useSession();
  return session.state === 'signed-in' ? session.user : undefined;
}
