import { dropFile, expect, expectAccessible, linkTo, test } from './support';

const PASSWORD = 'Sommer-2026-abends';

/** PPL-5, UX-1 */
test('a new account: its manager comes in by the mail, and the start page leads to the first customers', async ({
  page,
}) => {
  const login = `boss.${Date.now().toString(36)}@example.org`;
  const opened = await page.request.post('/v1/accounts', {
    data: { name: 'Brand New', login, first_name: 'Noor', last_name: 'Haddad', locale: 'en' },
  });
  expect(opened.status()).toBe(201);
  await page.goto(await linkTo(page, login, 'activate'));
  await expect(page.getByRole('heading', { name: 'Welcome, Noor' })).toBeVisible();
  await page.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add services' }).click();
  await page.getByRole('button', { name: 'New service' }).first().click();
  await page.getByRole('dialog').getByLabel('Name').fill('Repairs');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: 'Repairs', exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Say what you support' })).toHaveAttribute(
    'data-done',
    'true',
  );
  await page.getByRole('link', { name: 'Import customers' }).click();
  await dropFile(page, 'Drop a CSV file here', 'first.csv', 'first_name,email\nAda,ada@brand-new.example\n');
  await page.getByRole('button', { name: 'Create 1 customer' }).click({ timeout: 30_000 });
  await expect(page.getByText('1 customer created')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Ada' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0);
});
