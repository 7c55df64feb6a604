import type { Page } from '@playwright/test';
import { dropFile, expect, expectAccessible, LOGIN, PASSWORD, signIn, test } from './support';

/** CUS-6, CUS-7: enough customers that there is time to stop. */
const MANY = 3000;

/** One export is done before anybody has read how far it is; several wait for each other. */
async function keepBusy(page: Page) {
  const data = { login: LOGIN, password: PASSWORD };
  const { access_token } = await (await page.request.post('/v1/sign-in', { data })).json();
  const headers = { Authorization: `Bearer ${access_token}` };
  for (let time = 0; time < 8; time += 1) {
    const asked = await page.request.post('/v1/exports', { headers, data: { filter: {} } });
    expect(asked.status()).toBe(202);
  }
}

test('a mass change and an export are stopped, and say so', async ({ page }) => {
  test.setTimeout(180_000);
  const mark = `stop${Date.now().toString(36)}`;
  const rows = Array.from({ length: MANY }, (_, at) => `Ada,${mark},${mark}.${at}@example.org`);
  await signIn(page, '/import');
  await dropFile(
    page,
    'Drop a CSV file here',
    `${mark}.csv`,
    `first_name,last_name,email\n${rows.join('\n')}\n`,
  );
  await page.getByRole('button', { name: 'Create 3,000 customers' }).click({ timeout: 30_000 });
  await expect(page.getByText('3,000 customers created')).toBeVisible({ timeout: 90_000 });

  await page.goto(`/customers?text=${mark}`);
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Select all who match' }).click();
  await page.getByRole('button', { name: 'Change access…' }).click();
  await page.getByLabel('Access to Help desk').selectOption('Give, in the portal');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await page.getByRole('button', { name: 'Change 3,000 customers' }).click({ timeout: 30_000 });
  await expect(page.getByText('Changing access')).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  await keepBusy(page);
  await page.goto(`/customers?text=${mark}`);
  await page.getByRole('button', { name: 'Export these' }).click();
  const running = page.locator('section').filter({ hasText: `“${mark}”. You may leave` });
  await running.getByRole('button', { name: 'Stop', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: `“${mark}”` });
  await expect(row).toContainText('Stopped', { timeout: 30_000 });
  await expect(row.getByRole('button', { name: /Download/ })).toHaveCount(0);
});
