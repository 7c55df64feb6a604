import type { Page } from '@playwright/test';
import { expect, expectAccessible, LOGIN, PASSWORD, signIn, test } from './support';

const fresh = () => `e2e${Date.now().toString(36)}`;

/** Adds things as a program does, and answers what was added. */
async function asProgram(page: Page) {
  const data = { login: LOGIN, password: PASSWORD };
  const session = await (await page.request.post('/v1/sign-in', { data })).json();
  const headers = { Authorization: `Bearer ${session.access_token}` };
  return async (path: string, body: object) =>
    (await page.request.post(path, { data: body, headers })).json();
}

/** COM-1 */
test('a misspelt company is merged into the right one: seen before, watched, and gone', async ({ page }) => {
  // Each state is looked at in light, in dark, and at phone width.
  test.slow();
  const mark = fresh();
  const [wrong, right] = [`${mark} Engnies`, `${mark} Engines`];
  await signIn(page);
  const add = await asProgram(page);
  const from = (await add('/v1/companies', { name: wrong })).id;
  const into = (await add('/v1/companies', { name: right })).id;
  await add('/v1/customers', { last_name: 'Berg', email: `${mark}@example.org`, company_id: from });
  for (const [name, company_id] of [
    ['Till', from],
    ['till', into],
  ])
    await add('/v1/devices', { name, company_id });

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^A page, a company/ })).toBeFocused();
  await page.keyboard.type(wrong);
  await page.getByRole('option', { name: wrong }).first().click();
  await expect(page.getByRole('heading', { name: wrong, level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Berg' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete company' }).click();
  await expect(page.getByRole('alert')).toContainText('customers: 1; devices: 1');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Merge it into another company instead' }).click();
  await dialog.getByRole('combobox', { name: 'The other company' }).fill(right);
  await page.getByRole('option', { name: right }).click();
  await expect(dialog.getByLabel(`${wrong} becomes part of ${right}`)).toBeChecked();
  await expect(dialog.getByText('1 customer', { exact: true })).toBeVisible();
  await expect(dialog.getByText('1 device is called like one that is there already')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Merge companies' }).click();

  await expect(page).toHaveURL(/\/companies\/merges\/job_/);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  const progress = page.url();
  await page.goto(`/companies/${from}`);
  await expect(page.getByText('This company is becoming part of another one')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See how far it is' }).click();
  expect(page.url()).toBe(progress);
  await page.request.post('/_local/clock', { data: { advance_seconds: 36 } });
  await expect(page.getByText(`${wrong} is part of ${right} now`)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: `To ${right}` }).click();
  await expect(page.getByRole('tab', { name: /Devices/ })).toContainText('2');
  await page.goto(`/companies/${from}`);
  await expect(page.getByRole('alert')).toContainText('no longer exists');
});

/** COM-1, UX-1 */
test('a new company’s page says of everything what comes next, and leads there', async ({ page }) => {
  test.slow();
  const name = `New ${fresh()}`;
  await signIn(page);
  await page.goto('/companies');
  await page.getByRole('button', { name: 'New company' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody works for it yet')).toBeVisible();
  await expectAccessible(page);
  const address = page.url();
  for (const [tab, text] of [
    ['Devices', 'It has no devices yet'],
    ['Users', 'Who sees its customers and devices'],
    ['Contacts', 'Who is told when something is the matter'],
    ['Services', 'What its people may be helped with'],
  ] as const) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await expect(page.getByText(text)).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(address);
  await page.getByRole('link', { name: 'Add customer' }).click();
  await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue(name);
  await page.goto(`${address}?tab=users`);
  await page.getByRole('link', { name: 'Invite user' }).click();
  await expect(page.getByLabel('Only these companies')).toBeChecked();
  await expect(page.getByText(name)).toBeVisible();
  await page.goto(`${address}?tab=devices`);
  await page.getByRole('link', { name: 'Add device' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: 'Company' })).toHaveValue(name);
  await dialog.getByLabel('Name', { exact: true }).fill('Till');
  await dialog.getByRole('button', { name: 'Add device' }).click();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await page.goto(`${address}?tab=contacts`);
  await page.getByRole('link', { name: 'Add contact' }).click();
  await dialog.getByLabel('Name').fill('Night shift');
  await expect(dialog.getByText(name)).toBeVisible();
  await dialog.getByRole('button', { name: 'Create contact' }).click();
  await expect(dialog.getByText('Night shift has been added')).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('tab', { name: /Devices/ })).toContainText('1');
});

/** PPL-1 */
test('a representative sees a company’s page without controls', async ({ page }) => {
  await page.request.post('/v1/sign-in', {
    data: { login: 'representative@demo.example', password: PASSWORD },
  });
  await page.goto('/companies');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('tab')).toHaveCount(5);
  for (const name of ['Rename', 'Merge…', 'Delete'])
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Add customer' })).toHaveCount(0);
});
