import { dropFile, expect, expectAccessible, linkTo, newUser, signIn, test } from './support';

const PASSWORD = 'Winter-2026-morgens';

/** CUS-4 */
test('an imported customer sets a password by the link of the activation mail, once', async ({ page }) => {
  const mark = `act${Date.now().toString(36)}`;
  const email = `${mark}@example.org`;
  await signIn(page, '/import');
  await dropFile(page, 'Drop a CSV file here', `${mark}.csv`, `first_name,email\nAda,${email}\n`);
  await page.getByRole('switch', { name: 'Send activation mails' }).check({ timeout: 30_000 });
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Create 1 customer' }).click();
  const link = await linkTo(page, email, 'activate');

  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Welcome, Ada' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('New password').fill('password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'New password' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is set. Sign in with it now.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Support portal' })).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('alert')).toBeVisible();
});

/** PPL-7 */
test('a forgotten password is replaced by the link of a mail', async ({ page, request }) => {
  // Of their own: a new password ends all sign-ins.
  const login = await newUser(page, request);
  await page.goto('/forgotten-password');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText('If the login exists, a link is on its way.')).toBeVisible();
  await page.goto(await linkTo(page, login, 'reset-password'));
  await page.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password is set. Sign in with it now.')).toBeVisible();
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Representative/ })).toBeVisible();
});
