import type { Page } from '@playwright/test';
import { expect, expectAccessible, LOGIN, linkTo, PASSWORD, test } from './support';

const OWN = 'Sommer-2026-abends';

/** A customer of the demo who has just been added with access; gives their address. */
async function invite(page: Page): Promise<string> {
  const email = `portal${Date.now().toString(36)}@example.org`;
  const session = await (
    await page.request.post('/v1/sign-in', { data: { login: LOGIN, password: PASSWORD } })
  ).json();
  const headers = { Authorization: `Bearer ${session.access_token}` };
  const list = async (path: string) => (await (await page.request.get(path, { headers })).json()).items;
  const [company] = await list('/v1/companies');
  const added = await page.request.post('/v1/customers', {
    headers,
    data: {
      first_name: 'Ina',
      last_name: 'Berg',
      email,
      company_id: company.id,
      portal_access: 'company',
      send_activation: true,
    },
  });
  expect(added.status()).toBe(201);
  await page.context().clearCookies();
  return email;
}

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
}

/** CUS-2, CUS-4 */
test('a customer comes in by the mail, sees services and company, and changes settings', async ({ page }) => {
  const email = await invite(page);
  await page.goto(await linkTo(page, email, 'activate'));
  await page.getByLabel('New password').fill(OWN);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is set. Sign in with it now.')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await enter(page, email, 'wrong');
  await expect(page.getByRole('alert')).toBeVisible();
  await enter(page, email, OWN);
  await expect(page.getByRole('heading', { name: 'Hello, Ina', level: 1 })).toBeVisible();
  await expect(page.getByText('Help desk')).toBeVisible();
  await expect(page.getByText('Demo Works').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Format of e-mails').selectOption('plain');
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Format of e-mails')).toHaveValue('plain');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Lisbon');
  for (const [language, greeting] of [
    ['de', 'Guten Tag, Ina'],
    ['fr', 'Bonjour, Ina'],
    ['en', 'Hello, Ina'],
  ] as const) {
    await page.locator('select').filter({ hasText: 'Deutsch' }).selectOption(language);
    await expect(page.getByRole('heading', { name: greeting, level: 1 })).toBeVisible();
  }
  const home = page.url();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Support portal' })).toBeVisible();
  await page.goto(home);
  await expect(page).toHaveURL(/\/portal\/acc_[0-9a-f]+\/sign-in$/);
});

/** PPL-7 */
test('a customer who forgot the password sets another', async ({ page }) => {
  const email = await invite(page);
  const door = (await linkTo(page, email, 'activate')).replace(/\/activate.*/, '/sign-in');
  await page.goto(door);
  await page.getByRole('link', { name: 'Forgotten password?' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText('If you have access, a link is on its way.')).toBeVisible();
  await page.goto(await linkTo(page, email, 'reset-password'));
  await page.getByLabel('New password').fill(OWN);
  await page.keyboard.press('Enter');
  await enter(page, email, OWN);
  await expect(page.getByRole('heading', { name: 'Hello, Ina', level: 1 })).toBeVisible();
});

/** Whoever is signed in as staff is nobody in the portal, and the reverse. */
test('staff have no way into the portal with their sign-in', async ({ page }) => {
  await page.request.post('/v1/sign-in', { data: { login: LOGIN, password: PASSWORD } });
  await page.goto('/portal/acc_00000000000070008000000000000000');
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole('heading', { name: 'Support portal' })).toBeVisible();
});
