import { Problem, problemFrom } from './problem';
import type { Locale, PortalCustomer, PortalSession, SignIn, User } from './types';

/**
 * Who is signed in. The access token lives in this module only; what outlives a reload is the
 * refresh token's cookie, which scripts cannot read.
 */
export type Session<Who> =
  | { state: 'unknown' }
  | { state: 'signed-out'; expired: boolean }
  /** The session has ended by itself: the page stays as it is until the same person has signed in again. */
  | { state: 'locked'; user: Who }
  | { state: 'signed-in'; token: string; user: Who };

const PATIENCE = 2000;

type Token = { access_token: string };
type Person = { id: string; locale: Locale };

/** Keeps the session of one door: staff and customers may be signed in side by side. */
function sessionAt<Answer extends Token, Who extends Person>(
  name: string,
  refreshUrl: string,
  whose: (answer: Answer) => Who,
  locks: boolean,
) {
  let session: Session<Who> = { state: 'unknown' };
  let refreshing: Promise<Session<Who>> | undefined;
  const listeners = new Set<() => void>();
  const otherTabs =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${name}.session`);
  const renewing = `${name}.renewing`;

  function become(next: Session<Who>): Session<Who> {
    session = next;
    for (const listener of listeners) listener();
    return session;
  }

  function begin(answer: Answer): Session<Who> {
    return become({ state: 'signed-in', token: answer.access_token, user: whose(answer) });
  }

  otherTabs?.addEventListener('message', () => become({ state: 'signed-out', expired: false }));

  /**
   * A page that is reloaded amid a renewal takes its lock with it, while its request goes on (keepalive).
   * Asking again before the new cookie has come would use the old refresh token twice.
   */
  async function waitForAbandonedRenewal(): Promise<void> {
    const wait = Number(localStorage.getItem(renewing)) + PATIENCE - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, PATIENCE)));
  }

  async function askForToken(): Promise<Session<Who>> {
    await waitForAbandonedRenewal();
    localStorage.setItem(renewing, String(Date.now()));
    const response = await fetch(refreshUrl, {
      method: 'POST',
      credentials: 'same-origin',
      keepalive: true,
      headers: { 'X-Deskhand': '1', 'Idempotency-Key': crypto.randomUUID() },
    }).catch(() => {
      throw new Problem(0);
    });
    localStorage.removeItem(renewing);
    if (response.ok) return begin(await response.json());
    // Anything but a plain refusal (a fault, too many requests) does not mean that the session is over.
    if (response.status !== 401 && response.status !== 403) throw await problemFrom(response);
    if (session.state === 'locked') return session;
    if (session.state === 'signed-in' && locks) return become({ state: 'locked', user: session.user });
    return become({ state: 'signed-out', expired: session.state === 'signed-in' });
  }

  /**
   * Gets a fresh access token. The server revokes a whole family when a refresh token is used twice,
   * so only one request may be under way: in this tab, and by the lock among all tabs.
   */
  function refresh(): Promise<Session<Who>> {
    refreshing ??= Promise.resolve(
      'locks' in navigator ? navigator.locks.request(`${name}.refresh`, askForToken) : askForToken(),
    ).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  return {
    current: () => session,
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin,
    /** The person signed out, here or (by the channel) in another tab. */
    end(): void {
      become({ state: 'signed-out', expired: false });
      otherTabs?.postMessage('ended');
    },
    refresh,
    /** Resolves once a locked session is not locked any more. */
    unlocked(): Promise<void> {
      if (session.state !== 'locked') return Promise.resolve();
      return new Promise((resolve) => {
        const listener = () => {
          if (session.state === 'locked') return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      });
    },
    /** After a reload: asks once; later the answer is known. */
    restore: async (): Promise<Session<Who>> => (session.state === 'unknown' ? refresh() : session),
  };
}

/** Staff. */
export const staff = sessionAt<SignIn, User>('deskhand', '/v1/sign-in/refresh', ({ user }) => user, true);

/** Customers in the portal. */
export const portal = sessionAt<PortalSession, PortalCustomer>(
  'deskhand.portal',
  '/v1/portal/sign-in/refresh',
  ({ customer }) => customer,
  false,
);

export type Door = typeof staff | typeof portal;
