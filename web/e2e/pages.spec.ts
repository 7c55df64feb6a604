import { expect, expectAccessible, signIn, test } from './support';

const OUTSIDE = [
  '/sign-in',
  '/forgotten-password',
  '/reset-password/unknown',
  '/activate/unknown',
  '/confirm-address/unknown',
  '/portal/acc_unknown/sign-in',
  '/portal/acc_unknown/forgotten-password',
  '/portal/acc_unknown/activate/unknown',
  '/no-such-page',
  '/docs',
  '/docs#confirm_import',
];
const INSIDE = [
  '/customers',
  '/customers?text=nobody-is-called-this',
  '/customers/new',
  '/customers/cus_unknown',
  '/erasures/job_unknown',
  '/customers/access/job_unknown',
  '/exports',
  '/import',
  '/import/imp_unknown',
  '/companies',
  '/companies/cmp_unknown',
  '/companies/merges/job_unknown',
  '/contacts',
  '/contacts?text=nobody',
  '/devices',
  '/devices?text=nothing',
  '/devices/dev_unknown',
  '/services',
  '/denylist',
  '/audit',
  '/api-keys',
  '/profile',
  '/users',
  '/users/new',
  '/users/usr_unknown',
  '/users/batch',
  '/seats',
  '/companies?text=nobody',
];

/** UX-1 */
for (const path of OUTSIDE) {
  test(`${path} is accessible`, async ({ page }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });
}

for (const path of INSIDE) {
  test(`${path} is accessible`, async ({ page }) => {
    await signIn(page);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });
}

test('the menu with language and theme is accessible and switches both', async ({ page }) => {
  await signIn(page);
  await page.goto('/customers');
  await page.getByRole('button', { name: /Company manager/ }).click();
  await expect(page.getByLabel('Language')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  for (const [language, title] of [
    ['de', 'Kunden'],
    ['es', 'Clientes'],
    ['fr', 'Clients'],
    ['it', 'Clienti'],
    ['pt', 'Clientes'],
    ['en', 'Customers'],
  ] as const) {
    const saved = page.waitForResponse(
      (response) => response.url().endsWith('/v1/me') && response.request().method() === 'PATCH',
    );
    await page.locator('select').filter({ hasText: 'Deutsch' }).selectOption(language);
    await expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect((await saved).ok()).toBe(true);
  }
});

test('"/" goes to the search; clearing the filters empties it', async ({ page }) => {
  await signIn(page);
  await page.goto('/customers');
  const search = page.getByRole('searchbox');
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('nobody-is-called-this');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(search).toHaveValue('');
  await expect(page).toHaveURL(/\/customers$/);
});
