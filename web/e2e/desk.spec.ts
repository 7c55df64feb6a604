import { expect, expectAccessible, signIn, test } from './support';

const fresh = () => `e2e${Date.now().toString(36)}`;

/** COM-1 */
test('a company is added, renamed, opened to a service, and deleted once nothing stands in the way', async ({
  page,
}) => {
  const name = `Works ${fresh()}`;
  await signIn(page);
  await page.getByRole('link', { name: 'Companies', exact: true }).click();
  await page.getByRole('button', { name: 'New company' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create company' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Name').fill(name);
  await expect(dialog.getByLabel('Name')).not.toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByLabel('Name').fill(`${name} Ltd`);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `${name} Ltd`, level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Companies', exact: true }).first().click();
  await page.getByRole('searchbox', { name: 'Search by name' }).fill(`${name} L`);
  await expect(page).toHaveURL(/text=/);
  await expect(page.getByRole('row')).toHaveCount(2);

  await page.getByRole('link', { name: 'Services', exact: true }).click();
  await page.getByRole('button', { name: 'New service' }).click();
  await dialog.getByLabel('Name').fill(`For ${name}`);
  await dialog.getByLabel('Only some companies').check();
  await dialog.getByRole('button', { name: 'Create service' }).click();
  await expect(dialog.getByText('Choose at least one company')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Companies' }).fill(name);
  await page.getByRole('option', { name: `${name} Ltd` }).click();
  await page.keyboard.press('Tab');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create service' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row', { name: new RegExp(`For ${name}`) });
  await expect(row).toContainText('1 company');
  await row.getByRole('button', { name: /^Retire/ }).click();
  await dialog.getByRole('button', { name: 'Retire service' }).click();
  await row.getByRole('button', { name: 'Offer again' }).click();
  await expect(row).toContainText('Active');
  await row.getByRole('button', { name: /^Retire/ }).click();
  await dialog.getByRole('button', { name: 'Retire service' }).click();
  await expect(row).toContainText('Retired');

  await page.goto(`/companies?text=${name}`);
  await page.getByRole('link', { name: `${name} Ltd` }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete company' }).click();
  await expect(page.getByRole('alert')).toContainText('services offered to it: 1');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.goto('/services?status=retired');
  await page.getByRole('searchbox', { name: 'Search by name' }).fill(`For ${name}`);
  await row.getByRole('button', { name: 'Offer again' }).click();
  await page.goto(`/services?text=For ${name}`);
  await row.getByRole('button', { name: /^Change/ }).click();
  await dialog.getByLabel('All companies').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.goto(`/companies?text=${name}`);
  await page.getByRole('link', { name: `${name} Ltd` }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete company' }).click();
  await expect(page).toHaveURL(/\/companies$/);
});

/** DEN-1 */
test('a domain is denied and taken off again', async ({ page }) => {
  const domain = `${fresh()}.example`;
  await signIn(page);
  await page.getByRole('link', { name: 'Denylist' }).click();
  await page.getByRole('button', { name: 'Add to denylist' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('A whole domain').click();
  await dialog.getByRole('button', { name: 'Add to denylist' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Domain' })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Domain' }).fill(domain);
  await dialog.getByLabel('Reason').fill('Disposable addresses');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row', { name: new RegExp(domain) });
  await expect(row).toContainText('Disposable addresses');
  await row.getByRole('button').click();
  await dialog.getByRole('button', { name: 'Take off the denylist' }).click();
  await expect(row).toBeHidden();
});

/** PPL-16, AUD-1 */
test('a key is made, shown once, works, is told of in the audit log, and is revoked', async ({ page }) => {
  const name = fresh();
  await signIn(page);
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'New API key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('Choose at least one.')).toBeVisible();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('combobox', { name: 'Companies' }).selectOption('See and change');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const key = (await dialog.getByLabel('Key', { exact: true }).textContent()) ?? '';
  expect(key).toMatch(/^dhk_/);
  const headers = { Authorization: `Bearer ${key}` };
  expect((await page.request.get('/v1/companies', { headers })).status()).toBe(200);
  expect((await page.request.get('/v1/customers', { headers })).status()).toBe(403);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();

  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByLabel('What was done').selectOption('API keys');
  await expect(page).toHaveURL(/action=api_key/);
  const entry = page.getByRole('row', { name: new RegExp(`API key created: ${name}`) });
  await expect(entry).toContainText('Maria Berger');
  await expectAccessible(page);
  await entry.getByRole('link', { name: /All about it/ }).click();
  await expect(page.getByText(`Only about ${name}`)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');

  await page.goto('/api-keys');
  await page.getByRole('button', { name: `Revoke: ${name}` }).click();
  await dialog.getByRole('button', { name: 'Revoke key' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(name)).toBeHidden();
});

/** PPL-1 */
test('a representative sees no page and no control that is not theirs', async ({ page }) => {
  await signIn(page, '/companies', 'representative@demo.example');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.getByRole('button', { name: /company$/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Nothing is running' })).toHaveCount(0);
  await page.goto('/audit');
  await expect(page.getByRole('heading', { name: 'You have no access to this page' })).toBeVisible();
});
