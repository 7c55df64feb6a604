import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export const LOGIN = 'manager@demo.example';
export const PASSWORD = 'Deskhand-demo-1';

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

export const signIn = (page: Page) => signInAs(page, LOGIN, 'Company manager');

export async function signInAs(page: Page, login: string, role: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: new RegExp(role) })).toBeVisible();
}

/** What a manager asks of the API, past the pages. */
export async function managerOf(page: Page, login = LOGIN) {
  const data = { login, password: PASSWORD };
  const { access_token } = await (await page.request.post('/v1/sign-in', { data })).json();
  const headers = { Authorization: `Bearer ${access_token}` };
  return {
    get: async (path: string) => (await page.request.get(path, { headers })).json(),
    post: async (path: string, body: object) =>
      (await page.request.post(path, { headers, data: body })).json(),
    patch: async (path: string, body: object) =>
      expect((await page.request.patch(path, { headers, data: body })).status()).toBe(200),
  };
}

export type Manager = Awaited<ReturnType<typeof managerOf>>;

/** Opens an account of one's own; gives its manager. */
export async function openAccount(page: Page, login: string): Promise<Manager> {
  const data = { name: 'Of its own', login, first_name: 'Noor', last_name: 'Haddad', locale: 'en' };
  expect((await page.request.post('/v1/accounts', { data })).status()).toBe(201);
  await setPassword(page, login);
  return managerOf(page, login);
}

/** Somebody of whom this is said comes in by the link of the mail; gives their path. */
export async function hire(page: Page, manager: Manager, login: string, said: object): Promise<string> {
  const [name] = login.split('@');
  const person = { first_name: 'Rui', last_name: name, login, locale: 'en' };
  const { id } = await manager.post('/v1/users', { ...person, ...said });
  await setPassword(page, login);
  return `/v1/users/${id}`;
}

async function setPassword(page: Page, login: string): Promise<void> {
  const token = (await linkTo(page, login, 'activate')).split('/').at(-1);
  const set = await page.request.put(`/v1/activations/${token}`, { data: { password: PASSWORD } });
  expect(set.status()).toBe(204);
}

/** WCAG 2.2 AA as far as a machine can tell, in light and in dark, and no sideways scrolling on a phone (UX-1). */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator(`html[data-mantine-color-scheme=${colorScheme}]`)).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
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
