import { expect, expectAccessible, linkTo, signIn, test } from './support';

const fresh = () => `e2e${Date.now().toString(36)}`;

/** CON-1, CON-3 */
test('a contact is added, reached by mail and text message, confirmed, tested and deleted', async ({
  page,
}) => {
  const name = `Night ${fresh()}`;
  const address = `${fresh()}@example.org`;
  await signIn(page);
  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('button', { name: 'New contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create contact' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Only some companies').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create contact' }).click();
  await expect(dialog.getByText('Choose at least one company')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Companies' }).fill('Northwind');
  await dialog.getByRole('option', { name: 'Northwind Clinics' }).click();
  // The list does not stay over the button.
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Create contact' }).click();
  await expect(dialog.getByText(`${name} has been added`)).toBeVisible();
  await expect(dialog.getByRole('heading', { name: `Add contact method to ${name}` })).toBeVisible();
  await expect(dialog.getByLabel('Kind')).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Later' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('searchbox', { name: 'Search by name' }).fill(name);
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Nothing reaches this contact yet.');

  await row.getByRole('button', { name: /^Add contact method/ }).click();
  await dialog.getByRole('button', { name: 'Add contact method' }).click();
  await expect(dialog.getByLabel('E-mail address')).toBeFocused();
  await dialog.getByLabel('E-mail address').fill(address);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Not confirmed yet');
  await row.getByRole('button', { name: /^Add contact method/ }).click();
  await dialog.getByLabel('E-mail address').fill('nobody');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Kind').selectOption('Text message');
  await expect(dialog.getByLabel('Telephone number')).toHaveValue('');
  await expect(dialog.getByLabel('Telephone number')).not.toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Telephone number').fill('0170 1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/not a valid phone number/)).toBeVisible();
  await dialog.getByLabel('Telephone number').fill('+49 170 1234567');
  await dialog.getByLabel('Label').fill('On call');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('+491701234567');
  await expectAccessible(page);

  const link = await linkTo(page, address, 'confirm-address');
  const reader = await page.context().newPage();
  await reader.goto(link);
  await expect(reader.getByText(address)).toBeVisible();
  await expectAccessible(reader);
  await reader.getByRole('button', { name: 'Yes, send them here' }).click();
  await expect(reader.getByText('Thank you, the address is confirmed')).toBeVisible();
  await reader.goto(link);
  await expect(reader.getByRole('alert')).toBeVisible();
  await reader.close();
  await page.reload();
  await expect(row).not.toContainText('Not confirmed yet');

  await row.getByRole('button', { name: `Send a test to +491701234567` }).click();
  await dialog.getByRole('button', { name: 'Send test' }).click();
  await expect(dialog.getByText('It should arrive within a minute.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(async () => {
    const messages = await (await page.request.get('/_local/messages.json')).json();
    expect(messages[0].to).toBe('+491701234567');
  }).toPass();

  await row.getByRole('button', { name: `Delete contact method: ${address}` }).click();
  await dialog.getByRole('button', { name: 'Delete contact method' }).click();
  await expect(row).not.toContainText(address);
  await row.getByRole('button', { name: `Delete contact: ${name}` }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Delete contact' }).click();
  await expect(page.getByText('No contact begins like this')).toBeVisible();
});

/** DEV-1 */
test('a device is added, reports with its key, is moved, gets another key and is deleted', async ({
  page,
}) => {
  const name = `Till ${fresh()}`;
  await signIn(page);
  await page.getByRole('link', { name: 'Devices' }).click();
  await page.getByRole('button', { name: 'New device' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add device' }).click();
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Group').fill('Tills');
  await dialog.getByRole('combobox', { name: 'Company' }).click();
  await page.getByRole('option', { name: /Alpine/ }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Add device' }).click();
  const key = (await dialog.getByLabel('Key', { exact: true }).textContent()) ?? '';
  expect(key).toMatch(/^dhd_/);
  await dialog.getByText('Try it').click();
  const example = (await dialog.getByText(/^curl -X POST/).textContent()) ?? '';
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();

  await page.getByRole('searchbox', { name: 'Search name or host name' }).fill(name);
  await expect(page).toHaveURL(/text=/);
  const row = page.getByRole('row', { name: new RegExp(name) }).last();
  await expect(row).toContainText('Has never reported');
  const path = new URL(example.match(/'(http[^']+reports)'/)?.[1] ?? '').pathname;
  const report = await page.request.post(path, { headers: { Authorization: `Bearer ${key}` } });
  expect(report.status()).toBe(204);
  await page.reload();
  await expect(row).toContainText('Online');
  await page.getByLabel('State').selectOption('Offline');
  await expect(page).toHaveURL(/online=false/);
  await expect(page.getByText('No device matches')).toBeVisible();
  await page.getByLabel('State').selectOption('Online');

  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Move…', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'To' }).click();
  await page.getByRole('option', { name: /Northwind/ }).click();
  await expect(dialog.getByText('1 device is not there yet.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Move devices' }).click();
  await expect(dialog.getByText('1 device moved')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(row).not.toContainText('Alpine');
  await expectAccessible(page);

  await row.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('Notes').fill('Behind the counter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Behind the counter')).toBeVisible();
  await page.getByRole('button', { name: 'Renew key' }).click();
  await dialog.getByRole('button', { name: 'Renew key' }).click();
  await expect(dialog.getByLabel('Key', { exact: true })).not.toHaveText(key);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  expect((await page.request.post(path, { headers: { Authorization: `Bearer ${key}` } })).status()).toBe(401);
  await page.getByRole('button', { name: 'Delete device' }).click();
  await dialog.getByRole('button', { name: 'Delete device' }).click();
  await expect(page).toHaveURL(/\/devices$/);
});

/** PPL-1 */
test('a representative sees contacts and devices without controls', async ({ page }) => {
  await signIn(page, '/contacts', 'representative@demo.example');
  await expect(page.getByText('Maria Berger')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await page.goto('/devices');
  await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New device' })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
