import { expect, expectAccessible, freshLogin, linkTo, OWN_PASSWORD, test } from './support';

/** PPL-5, UX-1 */
test('an organisation opens an account, and its manager comes in by the mail', async ({ page }) => {
  const login = freshLogin();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Open an account' }).click();
  await page.getByRole('button', { name: 'Open account' }).click();
  // Everything that is missing is marked at once, and the first of it has the focus.
  await expect(page.getByLabel('Name of the organisation')).toBeFocused();
  for (const label of ['Name of the organisation', 'Your first name', 'Your e-mail address'])
    await expect(page.getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.getByLabel('Name of the organisation').fill('By the page');
  await page.getByLabel('Your first name').fill('Noor');
  await page.getByLabel('Your last name').fill('Haddad');
  await page.getByLabel('Your e-mail address').fill(login);
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await page.getByLabel('Your e-mail address').press('Enter');
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await expect(page.getByText(login)).toBeVisible();
  await expectAccessible(page);

  await page.goto(await linkTo(page, login, 'activate'));
  await expect(page.getByRole('heading', { name: 'Welcome, Noor' })).toBeVisible();
  await page.getByLabel('New password').fill(OWN_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(OWN_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Noor Haddad/ })).toContainText('Company manager');
  await page.goto('/profile');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Lisbon');
});

test('where no accounts are opened, none is offered', async ({ page }) => {
  await page.route('**/v1/accounts', (route) => route.fulfill({ json: { open: false } }));
  const asked = page.waitForResponse('**/v1/accounts');
  await page.goto('/sign-in');
  await asked;
  await expect(page.getByRole('link', { name: 'Forgotten password?' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open an account' })).toHaveCount(0);
  await page.goto('/open-account');
  await expect(page.getByText('No accounts are opened here')).toBeVisible();
  await expectAccessible(page);
});
