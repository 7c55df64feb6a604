import { expect, expectAccessible, linkTo, signIn, test } from './support';

const SECRET = 'Sommer-2026-abends';
const fresh = () => `u${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;

/** PPL-1, PPL-2, PPL-4, PPL-5, PPL-9, PPL-14 */
test('a user is invited, comes in, is given other duties, suspended, let in again and deleted', async ({
  page,
  browser,
}) => {
  const mark = fresh();
  const login = `${mark}@example.org`;
  await signIn(page);
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('link', { name: 'New user' }).click();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  // Everything that is missing is marked at once, and the first of it has the focus.
  await expect(page.getByLabel('First name')).toBeFocused();
  await expect(page.getByLabel('Login')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('First name').fill('Iris');
  await page.getByLabel('Last name').fill(mark);
  await page.getByLabel('Login').fill(login);
  await page.getByRole('radio', { name: 'Team manager' }).check();
  await page.getByLabel('Run reports').check();
  await page.getByLabel('Only these companies').check();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('combobox', { name: 'Which companies' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await page.getByRole('combobox', { name: 'Which companies' }).fill('Alp');
  await page.getByRole('option', { name: 'Alpine Logistics' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('No seats have been bought for it.')).toBeVisible();
  await expect(page.getByLabel('Seat for Service desk')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(`An invitation is on its way to ${login}.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send invitation again' }).click();
  await expect(page.getByText('A mail has just been sent.')).toBeVisible();
  const place = page.url();

  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await theirs.goto(await linkTo(page, login, 'activate'));
  await theirs.getByLabel('New password').fill(SECRET);
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await theirs.getByRole('textbox', { name: 'Password' }).fill(SECRET);
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByRole('button', { name: /Team manager/ })).toBeVisible();

  await page.goto(`/users?text=${mark}`);
  const row = page.getByRole('row', { name: new RegExp(mark) });
  await expect(row).toContainText('Team manager');
  await expect(row).toContainText('1 company');
  await expect(row).toContainText('Active');
  await page.goto(place);
  // Names and addresses are their own by now.
  await expect(page.getByLabel('First name')).toHaveCount(0);
  await page.getByLabel('Remark').fill('4711');
  await page.getByRole('radio', { name: 'Representative' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();

  await page.getByRole('button', { name: 'Suspend' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('Suspended')).toBeVisible();
  await theirs.goto('/customers');
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Take back suspension' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back suspension' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Delete' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { name: 'User deleted' })).toBeVisible();
  await expect(page.getByText('Their data is erased')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'To the users' }).click();
  await page.getByRole('searchbox').fill(mark);
  await expect(page.getByText('No user matches')).toBeVisible();
});

test('users are found by role, status and company; nobody does away with themselves', async ({ page }) => {
  await signIn(page, '/users');
  await page.getByLabel('Role').selectOption('Representative');
  await expect(page).toHaveURL(/role=representative/);
  await expect(page.getByRole('row', { name: /Santos/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Berger/ })).toHaveCount(0);
  await page.getByLabel('Status').selectOption('Suspended');
  await page
    .getByRole('link', { name: 'Clear filters' })
    .or(page.getByText('No user matches'))
    .first()
    .waitFor();
  await page.goto('/users?text=berger');
  await page.getByRole('link', { name: 'Maria Berger' }).click();
  await expect(page.getByText('Your own role is for another company manager to change.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Suspend' })).toHaveCount(0);
  await expectAccessible(page);
});
