import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './support';

const fresh = () => `c${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;

async function create(page: Page, mark: string): Promise<string> {
  await page.goto('/customers/new');
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill(mark);
  await page.getByLabel('E-mail', { exact: true }).fill(`${mark}@example.org`);
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(page.getByRole('heading', { name: `Ada ${mark}`, level: 1 })).toBeVisible();
  return page.url();
}

/** CUS-1, CUS-2, UX-1 */
test('a customer is created: what is wrong is marked at once, and nothing typed is lost', async ({
  page,
}) => {
  const mark = fresh();
  await signIn(page, '/customers');
  await page.getByRole('link', { name: 'New customer' }).click();
  await page.getByRole('textbox', { name: 'Job title' }).fill('Nurse');
  await page.getByRole('radio', { name: /^Company$/ }).check();
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(page.getByLabel('Last name')).toBeFocused();
  await expect(page.getByLabel('Last name')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('For this access the customer must belong to a company.')).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Last name').fill(mark);
  await page.getByLabel('E-mail', { exact: true }).fill(`${mark}@example.org`);
  await page.getByRole('combobox', { name: 'Further e-mail addresses' }).fill(`other.${mark}@example.org`);
  await page.getByRole('combobox', { name: 'Further e-mail addresses' }).press('Enter');
  await page.getByRole('combobox', { name: 'Company' }).fill('Northwind');
  await page.getByRole('option', { name: 'Northwind Clinics' }).click();
  await expect(page.getByLabel('Access to Help desk')).toContainText('By the company');
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(page.getByRole('heading', { name: mark, level: 1 })).toBeVisible();
  await expect(page.getByText('Customer created')).toBeVisible();
  await expect(page.getByText('Access: Company')).toBeVisible();
  await expect(page.getByText('Nurse').first()).toBeVisible();
  await expect(page.getByText(`other.${mark}@example.org`)).toBeVisible();
  await expectAccessible(page);
});

/** API-2 */
test('two who change the same customer: the second sees what the first did, and goes on', async ({
  page,
  context,
}) => {
  const mark = fresh();
  await signIn(page);
  const place = await create(page, mark);
  await page.goto(`${place}/edit`);
  await page.getByRole('textbox', { name: 'Job title' }).fill('Doctor');
  await page.getByLabel('Department').fill('Surgery');

  const other = await context.newPage();
  await other.goto(`${place}/edit`);
  await other.getByLabel('Job title').fill('Nurse');
  await other.getByLabel('Fax').fill('+49 30 1');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Saved')).toBeVisible();

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else has changed this customer meanwhile')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('Doctor');
  await expect(page.getByLabel('Fax')).toHaveValue('+49 30 1');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take the other person’s entry: Job title' }).click();
  await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('Nurse');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Surgery')).toBeVisible();
  await expect(page.getByText('Nurse').first()).toBeVisible();
});

/** CUS-2, CUS-3, CUS-4 */
test('access and services are given in place, and the activation mail is sent, not twice at once', async ({
  page,
}) => {
  const mark = fresh();
  await signIn(page);
  await create(page, mark);
  await page.getByRole('tab', { name: 'Access' }).click();
  await expect(page).toHaveURL(/tab=access/);
  await page.getByRole('radio', { name: /^Standard$/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This access needs at least one service with portal access.')).toBeVisible();
  await page.getByLabel('Access to Help desk').selectOption('In the portal');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.getByRole('button', { name: 'Send activation mail' }).click();
  await expect(page.getByText(`A mail is on its way to ${mark}@example.org`)).toBeVisible();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('A mail has just been sent.')).toBeVisible();
  await expect(page.getByText('Invited', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

/** CUS-8, ERA-1 */
test('a customer’s data is downloaded, and then the customer is deleted and denylisted', async ({ page }) => {
  const mark = fresh();
  await signIn(page);
  const place = await create(page, mark);
  await page.goto(`${place}?tab=data`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download data' }).click();
  expect((await download).suggestedFilename()).toMatch(/^cus_.*\.json$/);
  await page.getByRole('button', { name: 'Delete customer…' }).click();
  await page.getByLabel('Also put their addresses on the denylist').check();
  await page.getByLabel('Reason').fill('Asked for it');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete and denylist' }).click();
  await expect(page.getByRole('heading', { name: 'Customer deleted' })).toBeVisible();
  await expect(page.getByText('Their data is erased')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.goto(place);
  await expect(page.getByRole('alert')).toBeVisible();
});

/** CUS-5 */
test('a picture is cropped by keyboard and becomes the avatar; what is none is refused', async ({ page }) => {
  await signIn(page);
  await create(page, fresh());
  await page.getByRole('button', { name: 'Change picture' }).click();
  const picture = await page.screenshot();
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Choose a picture|Another picture/ }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer });
  };
  await choose('notes.png', Buffer.from('no picture'));
  await expect(page.getByText('This file can’t be shown as a picture')).toBeVisible();
  await choose('me.png', picture);
  await page.getByRole('group', { name: /The part that will be seen/ }).press('ArrowRight');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.locator('header img[src^="/v1/avatars/"]')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Change picture' }).click();
  await page.getByRole('button', { name: 'Remove picture' }).click();
  await expect(page.locator('header img[src^="/v1/avatars/"]')).toHaveCount(0);
});
