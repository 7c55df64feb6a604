import type { Page } from '@playwright/test';
import { expect, expectAccessible, LOGIN, PASSWORD, signIn, test } from './support';

const fresh = () => `l${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;

/** Customers of a name of their own, so that a search finds them and nobody else. */
async function add(page: Page, mark: string, count: number, company: (number: number) => boolean) {
  const session = await (
    await page.request.post('/v1/sign-in', { data: { login: LOGIN, password: PASSWORD } })
  ).json();
  const headers = { Authorization: `Bearer ${session.access_token}` };
  const companies = await (await page.request.get('/v1/companies?limit=1', { headers })).json();
  for (let number = 0; number < count; number += 1) {
    const added = await page.request.post('/v1/customers', {
      headers,
      data: {
        first_name: `N${number}`,
        last_name: mark,
        email: `n${number}.${mark}@example.org`,
        company_id: company(number) ? companies.items[0].id : null,
      },
    });
    expect(added.status()).toBe(201);
  }
  await page.context().clearCookies();
}

/** CUS-6 */
test('access of many: chosen, previewed, changed; those who break a rule are skipped and listed', async ({
  page,
}) => {
  const mark = fresh();
  await add(page, mark, 4, (number) => number < 3);
  await signIn(page, `/customers?text=${mark}`);
  await page.getByLabel(`Select N0 ${mark}`).check();
  await page.getByLabel(`Select N3 ${mark}`).check();
  const bar = page.getByRole('region', { name: 'Selected customers' });
  await expect(bar).toContainText('2 customers selected');
  // What was picked stays so under another filter.
  await page.getByRole('searchbox').fill('nobody-is-called-this');
  await expect(page.getByText('No customer matches')).toBeVisible();
  await expect(bar).toContainText('2 customers selected');
  await page.getByRole('searchbox').fill(mark);
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
  await expect(bar).toContainText('4 customers selected');
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Change access…' }).click();
  await page.getByLabel('Access to the portal').selectOption('Company');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await expect(dialog.getByText('3 customers would change.')).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText('1 would be skipped:')).toBeVisible();
  await expect(dialog.getByText(/the customer must belong to a company/)).toBeVisible();
  await expectAccessible(page);
  // What is decided anew is tried anew.
  await page.getByLabel('Access to the portal').selectOption('Company admin');
  await expect(dialog.getByText('3 customers would change.')).toBeHidden();
  await page.getByLabel('Access to the portal').selectOption('Company');
  await dialog.getByRole('button', { name: 'See what would change' }).click();
  await dialog.getByRole('button', { name: 'Change 3 customers' }).click({ timeout: 30_000 });
  await expect(page.getByText('3 customers changed')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download skipped' }).click();
  expect((await download).suggestedFilename()).toBe('skipped.csv');
  await page.goto(`/customers?text=${mark}&portal_access=company`);
  await expect(page.getByText('3 customers', { exact: true })).toBeVisible();
});

test('all who match a filter are changed without naming them', async ({ page }) => {
  const mark = fresh();
  await add(page, mark, 2, () => true);
  await signIn(page, `/customers?text=${mark}`);
  await page.getByLabel(`Select N0 ${mark}`).check();
  await page.getByRole('button', { name: 'Select all who match' }).click();
  await expect(page.getByText('All who match the filter')).toBeVisible();
  await page.getByRole('button', { name: 'Change access…' }).click();
  await page.getByLabel('Access to Help desk').selectOption('Give, in the portal');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('button', { name: 'Change 2 customers' }).click({ timeout: 30_000 });
  await expect(page.getByText('2 customers changed')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Gives Help desk, in the portal')).toBeVisible();
});

test('columns are chosen and stay chosen; the list goes on by itself while one scrolls', async ({ page }) => {
  await signIn(page, '/customers');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Created').uncheck();
  await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'E-mail' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveCount(0);
  const begun = page.getByText('The first 50 customers');
  await expect(begun).toBeVisible();
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(begun).toHaveCount(0, { timeout: 300 });
  }).toPass({ timeout: 20_000 });
  // However many have come, only those in sight are in the page.
  await expect(async () => {
    expect(await page.getByRole('row').count()).toBeLessThan(200);
  }).toPass({ timeout: 5_000 });
});
