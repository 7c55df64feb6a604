import { createHmac, randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';

export const LOGIN = 'manager@demo.example';
export const PASSWORD = 'Deskhand-demo-1';
/** What people of the tests choose for themselves. */
export const OWN_PASSWORD = 'Sommer-2026-abends';

const ROLES = /Company manager|Team manager|Representative|API manager/;

/** English whatever the demo user's language is; and nothing may offend the Content-Security-Policy. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const offences: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) offences.push(message.text());
    });
    page.on('pageerror', (error) => offences.push(String(error)));
    await page.addInitScript(() => localStorage.setItem('deskhand.language', 'en'));
    await use(page);
    expect(offences).toEqual([]);
  },
});

export { expect };

/** Signs in past the form, which `sign-in.spec.ts` looks at, and goes to a page. */
export async function signIn(page: Page, path = '/', login = LOGIN, password = PASSWORD): Promise<void> {
  const answer = await page.request.post('/v1/sign-in', { data: { login, password } });
  expect(answer.ok(), `${login} signs in`).toBe(true);
  await page.goto(path);
  await expect(page.locator('header').getByRole('button', { name: ROLES })).toBeVisible();
}

/** What a manager asks past the browser, which stays signed in or out as it is. */
export async function managerOf(request: APIRequestContext, login = LOGIN, password = PASSWORD) {
  const session = await request.post('/v1/sign-in', { data: { login, password } });
  const headers = { Authorization: `Bearer ${(await session.json()).access_token}` };
  return {
    get: async (path: string) => (await request.get(path, { headers })).json(),
    post: async (path: string, data: object) => (await request.post(path, { headers, data })).json(),
    patch: async (path: string, data: object) =>
      expect((await request.patch(path, { headers, data })).status()).toBe(200),
    put: async (path: string, data: object) =>
      expect((await request.put(path, { headers, data })).status()).toBe(200),
    delete: async (path: string) => expect((await request.delete(path, { headers })).status()).toBe(204),
  };
}

export type Manager = Awaited<ReturnType<typeof managerOf>>;

export const freshLogin = () => `staff.${randomUUID()}@example.org`;

/** Opens an account of one's own; gives the login of its manager. */
export async function openAccount(page: Page, name = 'Of its own'): Promise<string> {
  const login = freshLogin();
  const data = { name, login, first_name: 'Noor', last_name: 'Haddad', locale: 'en' };
  expect((await page.request.post('/v1/accounts', { data })).status()).toBe(201);
  await setPassword(page, login);
  return login;
}

/** What is said of a new representative, who stays invited. */
export const representative = (first_name: string, team_id?: string | null) => ({
  first_name,
  last_name: 'Otero',
  login: freshLogin(),
  role: 'representative',
  team_id,
  company_access: 'all',
  modules: ['remote_support'],
  locale: 'en',
});

/** Somebody of whom this is said comes in by the link of the mail; gives their path. */
export async function hire(page: Page, manager: Manager, login: string, said: object): Promise<string> {
  const person = { first_name: 'Ines', last_name: 'Otero', login, locale: 'en' };
  const { id } = await manager.post('/v1/users', { ...person, ...said });
  await setPassword(page, login);
  return `/v1/users/${id}`;
}

/** Somebody of the demo's staff; gives their login. What is done to them disturbs no other test. */
export async function newUser(page: Page, request: APIRequestContext, more: object = {}): Promise<string> {
  const login = freshLogin();
  const said = { company_access: 'all', modules: ['service_desk'], ...more };
  await hire(page, await managerOf(request), login, said);
  return login;
}

async function setPassword(page: Page, login: string): Promise<void> {
  const token = (await linkTo(page, login, 'activate')).split('/').at(-1);
  const set = await page.request.put(`/v1/activations/${token}`, { data: { password: OWN_PASSWORD } });
  expect(set.status()).toBe(204);
}

/** Everything that a page loads is there. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main')).toBeVisible();
  const waiting = page
    .locator('main')
    .locator('[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root');
  await expect(waiting).toHaveCount(0, { timeout: 15_000 });
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All else is the same in both themes. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** WCAG 2.2 AA as far as a machine can tell, in light and in dark, and no sideways scrolling on a phone (UX-1). */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize();
  const isApp = (await page.locator('html[data-mantine-color-scheme]').count()) > 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A portal's page is none of the app's: its style follows the browser at once.
    if (isApp) await expect(page.locator(`html[data-mantine-color-scheme=${colorScheme}]`)).toHaveCount(1);
    const runOnly =
      colorScheme === 'light'
        ? { type: 'tag' as const, values: TAGS }
        : { type: 'rule' as const, values: OF_COLOUR };
    // There are no frames of others; without this each look would open a page of its own.
    const builder = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await builder.options({ runOnly, resultTypes: ['violations'] }).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }));
    expect(found, `${page.url()} ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow), `${page.url()} is too wide for a phone`).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

/** What a person does with the mouse: the browser's own drag cannot be scripted. */
export async function dropFile(page: Page, onto: string, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName, { type: 'text/csv' }));
      return data;
    },
    [name, content] as const,
  );
  const target = page.getByText(onto);
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

/** The link of the newest mail to an address, from the local mail catcher. */
export async function linkTo(page: Page, address: string, kind: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const list = await (await page.request.get('/_local/mail')).text();
    const found = list.split('<tr>').find((row) => row.includes(`<td>${address}<`));
    const mail = found?.match(/href="(\/_local\/mail\/[^"]+)"/)?.[1];
    expect(mail).toBeDefined();
    const text = await (await page.request.get(mail ?? '')).text();
    link = text.match(new RegExp(`(/portal/acc_[0-9a-f]+)?/${kind}/[0-9a-zA-Z_-]+`))?.[0];
    expect(link).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return link ?? '';
}

const STEP = 30_000;

/** What an authenticator app shows for the key, so many steps from now (RFC 6238). */
export async function codeOf(page: Page, key: string, steps = 0): Promise<string> {
  // The house has a clock of its own, which tests put forward.
  const { now } = await (await page.request.get('/_local/clock')).json();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key.replaceAll(' ', '')].map((letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.parse(now) / STEP) + steps));
  const mac = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
