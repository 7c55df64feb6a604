import { expect, expectAccessible, linkTo, PASSWORD, signIn, test } from './support';

/** UX-3: who can't look reads, by days or by weeks. */
test('the home page shows how the number of customers grew, and where they work', async ({ page }) => {
  await signIn(page, '/');
  const growth = page.getByRole('region', { name: 'Customers over time' });
  await expect(growth.getByText(/^\d+$/).first()).toBeVisible();
  await growth.getByText('Show as a table').click();
  await expect(growth.getByRole('row')).toHaveCount(1 + 13);
  await growth.getByText('30 days', { exact: true }).click();
  await expect(growth.getByRole('row')).toHaveCount(1 + 30);
  await expect(growth.getByRole('list', { name: 'Portal access' }).getByRole('listitem')).toHaveCount(4);
  await expectAccessible(page);

  const companies = page.getByRole('region', { name: 'Customers by company' });
  await companies.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/customers\?company_id=/);
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
});

test('a new account begins with its first steps, a sample file and a foretaste', async ({ page }) => {
  const login = `home${Date.now().toString(36)}@example.com`;
  const opening = { name: 'Harbour', login, first_name: 'Ina', last_name: 'Hafen' };
  expect((await page.request.post('/v1/accounts', { data: opening })).status()).toBe(201);
  await page.goto(await linkTo(page, login, 'activate'));
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'This is what comes' })).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a sample file' }).click();
  expect((await download).suggestedFilename()).toBe('sample.csv');
  await page.getByRole('link', { name: 'Add services' }).click();
  await expect(page).toHaveURL(/\/services/);
});
