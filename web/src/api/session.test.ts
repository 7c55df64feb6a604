import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** A server that knows one good access token at a time and takes each refresh token once. */
function server() {
  let refreshes = 0;
  let good = 'first';
  const fetched = vi.fn(async (url: string, init: RequestInit) => {
    if (url === '/v1/sign-in/refresh') {
      refreshes += 1;
      good = `renewed-${refreshes}`;
      return Response.json({ access_token: good, expires_in: 900, user: { id: 'usr_1' } });
    }
    const sent = new Headers(init.headers).get('Authorization');
    return sent === `Bearer ${good}`
      ? Response.json({ items: [] })
      : Response.json(
          { title: 'Sign in' },
          { status: 401, headers: { 'Content-Type': 'application/problem+json' } },
        );
  });
  return { fetched, refreshes: () => refreshes };
}

async function load() {
  vi.resetModules();
  return { ...(await import('./session')), ...(await import('./http')) };
}

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => undefined,
    removeItem: () => undefined,
  });
  vi.stubGlobal('BroadcastChannel', undefined);
});

afterEach(() => vi.unstubAllGlobals());

const signIn = { access_token: 'stale', expires_in: 900, user: { id: 'usr_1' } } as never;

it('renews an expired access token once for many requests, and sends each again', async () => {
  const { fetched, refreshes } = server();
  vi.stubGlobal('fetch', fetched);
  const { staff, api } = await load();
  staff.begin(signIn);
  const answers = await Promise.all([1, 2, 3].map(() => api.get({ url: '/v1/customers' })));
  expect(answers).toEqual([{ items: [] }, { items: [] }, { items: [] }]);
  expect(refreshes()).toBe(1);
});

/** PPL-4 */
it('asks anew what they may do when something is refused to them', async () => {
  vi.stubGlobal('fetch', async (url: string) =>
    url === '/v1/sign-in/refresh'
      ? Response.json({ access_token: 'new', user: { id: 'usr_1', permissions: ['own_profile'] } })
      : new Response(null, { status: 403 }),
  );
  const { staff, api } = await load();
  staff.begin(signIn);
  await expect(api.get({ url: '/v1/customers' })).rejects.toMatchObject({ status: 403 });
  await vi.waitFor(() =>
    expect(staff.current()).toMatchObject({ state: 'signed-in', user: { permissions: ['own_profile'] } }),
  );
});

it('locks when the refresh is refused, and sends the request again once the person is back', async () => {
  let good = 'none';
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const sent = new Headers(init.headers).get('Authorization');
    return sent === `Bearer ${good}` ? Response.json({ items: [] }) : new Response(null, { status: 401 });
  });
  const { staff, api } = await load();
  staff.begin(signIn);
  const answer = api.get({ url: '/v1/customers' });
  await vi.waitFor(() => expect(staff.current()).toEqual({ state: 'locked', user: { id: 'usr_1' } }));
  good = 'again';
  staff.begin({ access_token: good, expires_in: 900, user: { id: 'usr_1' } } as never);
  expect(await answer).toEqual({ items: [] });
});

it('lets somebody whose session is locked sign in again, by every step of it', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }));
  const { staff, api } = await load();
  staff.begin(signIn);
  void api.get({ url: '/v1/customers' }).catch(() => undefined);
  await vi.waitFor(() => expect(staff.current().state).toBe('locked'));
  vi.stubGlobal('fetch', async () => Response.json({ ticket: 'anew' }));
  for (const url of ['/v1/sign-in', '/v1/sign-in/totp', '/v1/sign-in/login'])
    expect(await api.post({ url }), url).toEqual({ ticket: 'anew' });
});

it('refuses what waits when the person leaves instead', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }));
  const { staff, api } = await load();
  staff.begin(signIn);
  const answer = api.get({ url: '/v1/customers' });
  const refused = expect(answer).rejects.toMatchObject({ status: 401 });
  await vi.waitFor(() => expect(staff.current().state).toBe('locked'));
  staff.end();
  await refused;
});

it('keeps the session when the refresh meets a fault', async () => {
  vi.stubGlobal(
    'fetch',
    async (url: string) => new Response(null, { status: url.endsWith('refresh') ? 503 : 401 }),
  );
  const { staff, api } = await load();
  staff.begin(signIn);
  await expect(api.get({ url: '/v1/customers' })).rejects.toMatchObject({ status: 503 });
  expect(staff.current().state).toBe('signed-in');
});

it('says so when there is no answer at all', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const { api } = await load();
  await expect(api.get({ url: '/v1/customers' })).rejects.toMatchObject({ name: 'Problem', status: 0 });
});

it('keeps staff and customers apart: each renews at their own door, with their own token', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${url} ${new Headers(init.headers).get('Authorization')}`);
    if (url === '/v1/portal/sign-in/refresh') {
      return Response.json({ access_token: 'customers', expires_in: 900, customer: { id: 'cus_1' } });
    }
    return new Response('{}');
  });
  const { staff, portal, api } = await load();
  staff.begin(signIn);
  await portal.restore();
  await api.get({ url: '/v1/portal/me' });
  await api.get({ url: '/v1/me' });
  expect(asked).toEqual([
    '/v1/portal/sign-in/refresh null',
    '/v1/portal/me Bearer customers',
    '/v1/me Bearer stale',
  ]);
});
