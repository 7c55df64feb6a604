import { createHmac } from 'node:crypto';
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

export async function signIn(page: Page, login = LOGIN): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: /Company manager/ })).toBeVisible();
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

const STEP = 30_000;

/** What an authenticator app shows for the key, so many steps from now (RFC 6238). */
export function codeOf(key: string, steps = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key.replaceAll(' ', '')].map((letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP) + steps));
  const mac = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A new account, and its manager's login; the password is PASSWORD. */
export async function openAccount(page: Page, name: string): Promise<string> {
  const login = `boss.${Date.now().toString(36)}.${Math.random().toString(36).slice(2, 6)}@example.org`;
  const opened = await page.request.post('/v1/accounts', {
    data: { name, login, first_name: 'Noor', last_name: 'Haddad', locale: 'en' },
  });
  expect(opened.status()).toBe(201);
  const token = (await linkTo(page, login, 'activate')).split('/').pop();
  await page.request.put(`/v1/activations/${token}`, { data: { password: PASSWORD } });
  return login;
}
