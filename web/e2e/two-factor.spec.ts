import type { Page } from '@playwright/test';
import { codeOf, expect, expectAccessible, newUser, OWN_PASSWORD, test } from './support';

async function enter(page: Page, login: string) {
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function leave(page: Page) {
  await page.getByRole('button', { name: /Representative/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}

/** PPL-8 */
test('two-factor sign-in is switched on, asked for, passed by the app and by a recovery code, and switched off', async ({
  page,
  request,
}) => {
  const login = await newUser(page, request);
  await enter(page, login);
  await page.getByRole('button', { name: /Representative/ }).waitFor();
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Switch on' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Present password').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Present password' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await dialog.getByLabel('Present password').fill(OWN_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByText('Can’t scan it?').click();
  const key = (await dialog.locator('pre').textContent()) ?? '';
  await dialog.getByLabel('Code from the app').fill('000000');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Code from the app')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Code from the app').fill(await codeOf(page, key));
  await page.keyboard.press('Enter');
  const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const [first = '', second = ''] = await codes.allTextContents();
  // Nothing but its own button closes it.
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible();

  await leave(page);
  await enter(page, login);
  await expect(page.getByRole('heading', { name: 'Two-factor sign-in' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Code').fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code')).toHaveAttribute('aria-invalid', 'true');
  // No code is good twice: the next one, which a fast clock would show already.
  await page.getByLabel('Code').fill(await codeOf(page, key, 1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Representative/ })).toBeVisible();

  await leave(page);
  await enter(page, login);
  await page.getByLabel('Code').fill(first);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Representative/ }).waitFor();
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Switch off' }).click();
  await dialog.getByLabel('Code').fill(second);
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Switch on' })).toBeVisible();
});
