import { connection } from './connection';
import { Problem, problemFrom } from './problem';
import { type Door, portal, staff } from './session';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the contract's `…Data` types have in common. */
export type Operation = {
  url: string;
  path?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
};

type Manner = { signal?: AbortSignal; ifMatch?: string };

export type Versioned<Thing> = { thing: Thing; etag: string | undefined };

function address({ url, path = {}, query = {} }: Operation): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const place = url.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  return search.size ? `${place}?${search}` : place;
}

function headersFor(method: Method, body: string | undefined): Headers {
  // Only a script of our own page can set X-Deskhand: it guards what the cookie alone would allow.
  const headers = new Headers({ 'Accept-Language': document.documentElement.lang, 'X-Deskhand': '1' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (method === 'POST') headers.set('Idempotency-Key', crypto.randomUUID());
  return headers;
}

function send(door: Door, input: string, init: RequestInit & { headers: Headers }): Promise<Response> {
  const session = door.current();
  if (session.state === 'signed-in') init.headers.set('Authorization', `Bearer ${session.token}`);
  // "same-origin": a file's answer leads to another host, which would have to allow credentials otherwise.
  return fetch(input, { ...init, credentials: 'same-origin' }).then(
    (response) => {
      connection.heard(true);
      return response;
    },
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      connection.heard(false);
      throw new Problem(0);
    },
  );
}

/** Signing in is what a locked session waits for. */
const SIGN_IN = ['/v1/sign-in', '/v1/sign-in/totp', '/v1/sign-in/login'];

/**
 * One request; an expired access token is renewed once and the same request sent again. Where the session itself has
 * ended, the request waits until the same person is back.
 */
export async function request(
  method: Method,
  operation: Operation,
  { signal, ifMatch }: Manner = {},
): Promise<Response> {
  const door: Door = operation.url.startsWith('/v1/portal/') ? portal : staff;
  const url = address(operation);
  const body = operation.body === undefined ? undefined : JSON.stringify(operation.body);
  const init = { method, body, signal, headers: headersFor(method, body) };
  if (ifMatch) init.headers.set('If-Match', ifMatch);
  if (!SIGN_IN.includes(operation.url)) await door.unlocked();
  const before = door.current();
  let response = await send(door, url, init);
  if (response.status === 401 && before.state === 'signed-in') {
    // Another request may have renewed it meanwhile.
    if (door.current() === before) await door.refresh();
    if (!SIGN_IN.includes(operation.url)) await door.unlocked();
    if (door.current().state === 'signed-in') response = await send(door, url, init);
  }
  // They may have lost a right since they were told theirs: the pages follow.
  if (response.status === 403 && door.current().state === 'signed-in')
    void door.refresh().catch(() => undefined);
  if (!response.ok) throw await problemFrom(response);
  return response;
}

async function json<Answer>(method: Method, operation: Operation, manner?: Manner): Promise<Answer> {
  return body<Answer>(await request(method, operation, manner));
}

async function body<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer;
}

async function versioned<Answer>(
  method: Method,
  operation: Operation,
  manner?: Manner,
): Promise<Versioned<Answer>> {
  const response = await request(method, operation, manner);
  return { thing: await body<Answer>(response), etag: response.headers.get('ETag') ?? undefined };
}

/** `Data` and `Answer` are the contract's types of one operation: they check address, query and body. */
export const api = {
  get: <Data extends Operation, Answer>(operation: Data, signal?: AbortSignal) =>
    json<Answer>('GET', operation, { signal }),
  post: <Data extends Operation, Answer = void>(operation: Data) => json<Answer>('POST', operation),
  put: <Data extends Operation, Answer = void>(operation: Data) => json<Answer>('PUT', operation),
  patch: <Data extends Operation, Answer = void>(operation: Data) => json<Answer>('PATCH', operation),
  delete: <Data extends Operation, Answer = void>(operation: Data) => json<Answer>('DELETE', operation),
  /** A thing with its version, which `change` and `remove` hand back: nobody else's change is overwritten unseen. */
  show: <Data extends Operation, Answer>(operation: Data, signal?: AbortSignal) =>
    versioned<Answer>('GET', operation, { signal }),
  change: <Data extends Operation, Answer>(operation: Data, ifMatch: string | undefined) =>
    versioned<Answer>('PATCH', operation, { ifMatch }),
  /** The same for what is said whole. */
  replace: <Data extends Operation, Answer>(operation: Data, ifMatch: string | undefined) =>
    versioned<Answer>('PUT', operation, { ifMatch }),
  /** Answers where to see what becomes of it, where there is such a place. */
  remove: async <Data extends Operation>(operation: Data, ifMatch: string | undefined) =>
    (await request('DELETE', operation, { ifMatch })).headers.get('Location') ?? undefined,
};
