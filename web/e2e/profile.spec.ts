import { expect, expectAccessible, LOGIN, PASSWORD, signIn, test } from './support';

/** PPL-9, PPL-11 */
test('one changes the own profile, and ends a sign-in elsewhere', async ({ page, playwright, baseURL }) => {
  const elsewhere = await playwright.request.newContext({
    baseURL,
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:131.0) Gecko/20100101 Firefox/131.0',
  });
  await elsewhere.post('/v1/sign-in', { data: { login: LOGIN, password: PASSWORD } });
  await signIn(page);
  await page.getByRole('button', { name: /Company manager/ }).click();
  await page.getByRole('link', { name: 'Profile and sign-ins' }).click();
  await expect(page.getByLabel('Language', { exact: true })).toHaveCount(1);
  await page.getByLabel('First name').fill('');
  await page.getByLabel('E-mail').fill('nowhere');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('First name')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.getByLabel('First name').fill('Maria');
  await page.getByLabel('E-mail').fill(LOGIN);
  await page.getByLabel('Screen name').fill('Maria B.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();

  const row = page.getByRole('row', { name: /Firefox on Windows/ });
  const before = await row.count();
  await row.first().getByRole('button').click();
  await expect(row).toHaveCount(before - 1);
  await elsewhere.dispose();
});

/** PPL-6 */
test('a wrong present password and a weak new one are both marked at once', async ({ page }) => {
  await signIn(page, '/profile');
  await page.getByLabel('Present password').fill('not-the-password');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Change password' }).click();
  for (const field of ['Present password', 'New password']) {
    await expect(page.getByLabel(field)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByLabel('Present password')).toHaveValue('not-the-password');
});
