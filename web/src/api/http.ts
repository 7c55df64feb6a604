import { Problem, problemFrom } from './problem';
import { currentSession, refreshSession } from './session';

type Query = Record<string, string | number | undefined | null>;
type Call = { body?: unknown; query?: Query; signal?: AbortSignal };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size ? `${path}?${search}` : path;
}

function headersFor(method: Method, call: Call): Headers {
  // Only a script of our own page can set X-Deskhand: it guards what the cookie alone would allow.
  const headers = new Headers({ 'Accept-Language': document.documentElement.lang, 'X-Deskhand': '1' });
  if (call.body !== undefined) headers.set('Content-Type', 'application/json');
  if (method === 'POST') headers.set('Idempotency-Key', crypto.randomUUID());
  return headers;
}

function send(input: string, init: RequestInit & { headers: Headers }): Promise<Response> {
  const session = currentSession();
  if (session.state === 'signed-in') init.headers.set('Authorization', `Bearer ${session.token}`);
  return fetch(input, { ...init, credentials: 'include' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0);
  });
}

/** One request; an expired access token is renewed once and the same request sent again. */
export async function request(method: Method, path: string, call: Call = {}): Promise<Response> {
  const url = address(path, call.query);
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  const init = { method, body, signal: call.signal, headers: headersFor(method, call) };
  const before = currentSession();
  let response = await send(url, init);
  if (response.status === 401 && before.state === 'signed-in') {
    // Another request may have renewed it meanwhile.
    const renewed = currentSession() === before ? await refreshSession() : currentSession();
    if (renewed.state === 'signed-in') response = await send(url, init);
  }
  if (!response.ok) throw await problemFrom(response);
  return response;
}

async function json<T>(method: Method, path: string, call?: Call): Promise<T> {
  const response = await request(method, path, call);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => json<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown) => json<T>('POST', path, { body }),
  put: <T>(path: string, body: unknown) => json<T>('PUT', path, { body }),
  delete: <T>(path: string) => json<T>('DELETE', path),
};
