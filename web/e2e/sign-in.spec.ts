import { expect, expectAccessible, LOGIN, PASSWORD, signIn, test } from './support';

test('a wrong password says so and keeps the login', async ({ page }) => {
  await page.goto('/sign-in');
  // Not the demo login: five wrong passwords would lock it (PPL-8).
  await page.getByLabel('Login').fill('nobody@demo.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Login')).toHaveValue('nobody@demo.example');
});

test('signing in by keyboard leads back to where one wanted to go', async ({ page }) => {
  await page.goto('/customers?sort=newest');
  await expect(page.getByLabel('Login')).toBeFocused();
  await page.keyboard.type(LOGIN);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers\?sort=newest$/);
});

/** PPL-10 */
test('a reload keeps one signed in, and every page says who that is', async ({ page }) => {
  await signIn(page);
  await page.reload();
  await expect(page.getByRole('button', { name: /Company manager/ })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toMatch(/token|eyJ/);
});

test('two tabs that renew at the same moment stay signed in', async ({ page, context }) => {
  await signIn(page);
  const other = await context.newPage();
  await Promise.all([page.reload(), other.goto('/import')]);
  await Promise.all([page.reload(), other.reload()]);
  for (const tab of [page, other]) {
    await expect(tab.getByRole('button', { name: /Company manager/ })).toBeVisible();
  }
});

test('reloading again and again, amid renewals, keeps one signed in', async ({ page }) => {
  await signIn(page);
  for (let time = 0; time < 4; time += 1) {
    const renewing = page.waitForRequest('**/v1/sign-in/refresh');
    await page.reload({ waitUntil: 'commit' });
    await renewing;
  }
  await expect(page.getByRole('button', { name: /Company manager/ })).toBeVisible();
});

/** UX-1 */
test('a session that ended while one types is taken up again in place, with what was typed', async ({
  page,
  context,
}) => {
  await signIn(page, '/companies');
  await page.getByRole('button', { name: 'New company' }).click();
  const name = `Typed ${Date.now().toString(36)}`;
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await context.clearCookies();
  await page.route(
    '**/v1/companies',
    (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: '{"title":"Sign in","status":401}',
      }),
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Create company' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(again.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await again.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  // The request that was refused has been sent again.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('after signing out, a reload asks to sign in', async ({ page }) => {
  await signIn(page);
  await page.getByRole('button', { name: /Company manager/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/customers');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

/** PPL-7 */
test('a forgotten password is answered alike for every login', async ({ page }) => {
  for (const login of [LOGIN, 'nobody@demo.example']) {
    await page.goto('/forgotten-password');
    await page.getByLabel('Login').fill(login);
    await page.getByRole('button', { name: 'Send link' }).click();
    await expect(page.getByText('If the login exists, a link is on its way.')).toBeVisible();
  }
});

test('a lost connection is told, and what failed is loaded when it is back', async ({ page, context }) => {
  await signIn(page);
  const ahead = page.waitForResponse(/ServicesPage/);
  await page.goto('/companies');
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await ahead;
  await context.setOffline(true);
  await page.getByRole('searchbox').fill('Northwind');
  await expect(page.getByText('No connection.')).toBeVisible();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('link', { name: 'Services', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Services', level: 1 })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('No connection.')).toBeHidden({ timeout: 15_000 });
  await expect(page.getByRole('cell', { name: /^Help desk/ })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});
