import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { LOGIN, PASSWORD } from '../support';

const base = process.env.DESKHAND_URL ?? 'http://localhost:8080';

/** Where the page of the portal that is looked at is. */
export const PORTAL = 'looked-at';

const FILE = `first_name,last_name,email,company,job_title
Ada,Lovelace,ada@looked.example,Analytical Engines,Countess
Grace,Hopper,grace@looked.example,Analytical Engines,
No,Address,nowhere,,
Ada,Again,ada@looked.example,,
`;

/** Something of everything to look at: an import that waits and one that is done, devices, an export, a denial, a key. */
export default async function makeContent(): Promise<void> {
  const signedIn = await send('', 'POST', '/v1/sign-in', { login: LOGIN, password: PASSWORD });
  const token = signedIn.access_token as string;
  const post = (path: string, body: object = {}) => send(token, 'POST', path, body);
  const list = async (path: string) => (await send(token, 'GET', path)).items as { id: string }[];
  // Another run has made it.
  if ((await list('/v1/denylist')).length > 0) return;
  const [company] = await list('/v1/companies');
  await post(`/v1/imports/${await upload(token, 'spring-fair.csv')}/confirm`, { send_activation: false });
  await upload(token, 'autumn-fair-with-a-long-name-from-the-registration-desk.csv');
  await post('/v1/exports', { filter: {} });
  for (const [name, group] of [
    ['Till 4', 'Tills'],
    ['Reception', 'Desks'],
  ]) {
    await post('/v1/devices', {
      company_id: company?.id,
      name,
      group,
      hostname: `${group}-4.local`,
      os: 'Linux',
    });
  }
  await post('/v1/contacts', { name: 'Night shift', company_access: 'all' });
  await post('/v1/denylist', { domain: 'looked.invalid', reason: 'Throw-away addresses' });
  await post('/v1/api-keys', { name: 'Nightly sync', scopes: ['customers:read', 'companies:read'] });
  await teams(token);
  await portals(token);
}

/** Two portals, one of which asks for a lot, is served by a team and has been asked something. */
async function portals(token: string): Promise<void> {
  const { id, subportals } = (await send(token, 'POST', '/v1/portals', {
    slug: PORTAL,
    name: 'Help for everybody',
    texts: { en: { title: 'How can we help?' } },
    categories: ['Billing', 'Access'],
    fields: {
      name: 'required',
      email: 'required',
      phone: 'optional',
      category: 'optional',
      question: 'required',
      custom: [{ label: 'Room', required: false }],
    },
  })) as { id: string; subportals: { id: string }[] };
  await send(token, 'POST', `/v1/portals/${id}/subportals`, { name: 'North' });
  await send(token, 'POST', '/v1/portals', {
    slug: 'looked-by-phone',
    name: 'On the telephone',
    mode: 'phone',
    status: 'inactive',
    accent_colour: '#7a2e8e',
  });
  const { id: team } = await send(token, 'POST', '/v1/teams', { name: 'At the portal' });
  await send(token, 'PATCH', `/v1/teams/${team}`, { portal_id: id, subportal_ids: [subportals[0]?.id] });
  await send('', 'POST', `/p/${PORTAL}/queries`, {
    name: 'Ann Moreau',
    email: 'ann@looked.example',
    question: 'The scanner in the stock room does not start since Monday.\nWe have tried another cable.',
    category: 'Access',
    custom: [{ label: 'Room', value: '4.12' }],
    form_id: 'looked',
  });
}

/** Two teams, one with a subteam in which somebody is, and what some of them say. */
async function teams(token: string): Promise<void> {
  const put = (path: string, body: object) => send(token, 'PUT', path, body);
  const add = async (body: object) => (await send(token, 'POST', '/v1/teams', body)).id as string;
  const day = await add({ name: 'Day shift', available_logins: 8, message: 'Handover at six.' });
  const late = await add({ name: 'Late', parent_id: day });
  await add({ name: 'Partners' });
  await put(`/v1/teams/${day}/features`, { remote_control: { value: true, locked: true } });
  await put(`/v1/teams/${late}/features`, { max_concurrent_sessions: { value: 3 } });
  const found = await send(token, 'GET', '/v1/users?role=representative&text=santos');
  const [person] = found.items as { id: string }[];
  if (!person) return;
  await put(`/v1/users/${person.id}/team`, { team_id: late });
  await put(`/v1/users/${person.id}/features`, { clipboard: { value: false } });
}

async function send(token: string, method: string, path: string, body?: object) {
  const answer = await fetch(base + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
    },
    body: body && JSON.stringify(body),
  });
  expect(answer.ok, `${method} ${path}: ${await answer.clone().text()}`).toBe(true);
  return (await answer.json()) as Record<string, unknown>;
}

/** Answers the import's id, once its rows have been read. */
async function upload(token: string, file_name: string): Promise<string> {
  const { id, upload: to } = await send(token, 'POST', '/v1/imports', { file_name, size: FILE.length });
  const { method, url, headers } = to as { method: string; url: string; headers: Record<string, string> };
  await fetch(new URL(url, base), { method, headers, body: FILE });
  await expect(async () => {
    expect((await send(token, 'GET', `/v1/imports/${id}`)).state).toBe('ready');
  }).toPass({ timeout: 30_000 });
  return id as string;
}
