import { Problem, problemFrom } from './problem';
import type { SignIn, User } from './types';

/**
 * Who is signed in. The access token lives in this module only; what outlives a reload is the
 * refresh token's cookie, which scripts cannot read.
 */
export type Session =
  | { state: 'unknown' }
  | { state: 'signed-out'; expired: boolean }
  | { state: 'signed-in'; token: string; user: User };

let session: Session = { state: 'unknown' };
let refreshing: Promise<Session> | undefined;
const listeners = new Set<() => void>();
const otherTabs =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('deskhand.session');

function become(next: Session): Session {
  session = next;
  for (const listener of listeners) listener();
  return session;
}

export function currentSession(): Session {
  return session;
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function beginSession({ access_token, user }: SignIn): void {
  become({ state: 'signed-in', token: access_token, user });
}

/** The person signed out, here or (by the channel) in another tab. */
export function endSession(): void {
  become({ state: 'signed-out', expired: false });
  otherTabs?.postMessage('ended');
}

otherTabs?.addEventListener('message', () => become({ state: 'signed-out', expired: false }));

const RENEWING = 'deskhand.renewing';
const PATIENCE = 2000;

/**
 * A page that is reloaded amid a renewal takes its lock with it, while its request goes on (keepalive).
 * Asking again before the new cookie has come would use the old refresh token twice.
 */
async function waitForAbandonedRenewal(): Promise<void> {
  const wait = Number(localStorage.getItem(RENEWING)) + PATIENCE - Date.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, PATIENCE)));
}

async function askForToken(): Promise<Session> {
  await waitForAbandonedRenewal();
  localStorage.setItem(RENEWING, String(Date.now()));
  const response = await fetch('/v1/sign-in/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    keepalive: true,
    headers: { 'X-Deskhand': '1', 'Idempotency-Key': crypto.randomUUID() },
  }).catch(() => {
    throw new Problem(0);
  });
  localStorage.removeItem(RENEWING);
  if (response.ok) {
    const { access_token, user }: SignIn = await response.json();
    return become({ state: 'signed-in', token: access_token, user });
  }
  // Anything but a plain refusal (a fault, too many requests) does not mean that the session is over.
  if (response.status !== 401 && response.status !== 403) throw await problemFrom(response);
  return become({ state: 'signed-out', expired: session.state === 'signed-in' });
}

/**
 * Gets a fresh access token. The server revokes a whole family when a refresh token is used twice,
 * so only one request may be under way: in this tab, and by the lock among all tabs.
 */
export function refreshSession(): Promise<Session> {
  refreshing ??= Promise.resolve(
    'locks' in navigator ? navigator.locks.request('deskhand.refresh', askForToken) : askForToken(),
  ).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** After a reload: asks once; later the answer is known. */
export async function restoreSession(): Promise<Session> {
  return session.state === 'unknown' ? refreshSession() : session;
}
