import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, settled, signIn, test } from './support';

/** CUS-7 */
test('the filtered list is exported, and the file holds those and nobody else', async ({ page }) => {
  await signIn(page, '/customers?text=customer01');
  await page.getByRole('button', { name: 'Export these' }).click();
  await expect(page.getByRole('heading', { name: 'Export customers', level: 1 })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '“customer01”' }).first();
  await expect(row).toContainText('Done', { timeout: 30_000 });
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await row.getByRole('button', { name: /Download/ }).click();
  const file = await (await download).path();
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  expect(lines[0]).toContain('email');
  expect(lines).toHaveLength(11);
  expect(lines.slice(1).every((line) => line.includes('customer01'))).toBe(true);
});

test('home shows what came last, and leads on', async ({ page }) => {
  await signIn(page, '/');
  await expect(page.getByRole('heading', { name: 'Newest customers' })).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All customers' }).click();
  await expect(page).toHaveURL(/\/customers$/);
});

test('a representative sees customers, and no control that would be refused', async ({ page }) => {
  await signIn(page, '/customers?text=customer010', 'representative@demo.example');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'New customer' })).toHaveCount(0);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Data' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Access' }).click();
  await expect(page.getByText('Help desk')).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/customers/new');
  await expect(page.getByRole('heading', { name: 'You have no access to this page' })).toBeVisible();
});
