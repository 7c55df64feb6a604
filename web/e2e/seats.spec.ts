import {
  expect,
  expectAccessible,
  freshLogin,
  LOGIN,
  managerOf,
  OWN_PASSWORD,
  openAccount,
  PASSWORD,
  signIn,
  test,
} from './support';

/** PPL-15 */
test('seats are bought, given to somebody, taken, and seen in use; no fewer than are assigned', async ({
  page,
  request,
}) => {
  const mark = `seat${Date.now().toString(36)}`;
  await signIn(page);
  await page.getByRole('link', { name: 'Seats' }).click();
  await page.getByRole('button', { name: 'Change number: Remote support' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Named seats')).toBeFocused();
  await dialog.getByLabel('Named seats').fill('10001');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Named seats')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Named seats').fill('5');
  await dialog.getByLabel('Shared seats').fill('3');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const named = page.getByRole('heading', { name: 'Named seats' }).first().locator('..');
  await expect(named).toContainText('Bought5');

  const session = await (
    await request.post('/v1/sign-in', { data: { login: LOGIN, password: PASSWORD } })
  ).json();
  const headers = { Authorization: `Bearer ${session.access_token}` };
  const added = await request.post('/v1/users', {
    headers,
    data: {
      first_name: 'Sea',
      last_name: mark,
      login: `${mark}@example.org`,
      company_access: 'all',
      modules: ['remote_support'],
      seats: { remote_support: 'named' },
    },
  });
  expect(added.status()).toBe(201);
  await page.reload();
  await expect(named).toContainText('Assigned1');
  await page.getByRole('button', { name: 'Change number: Remote support' }).click();
  await dialog.getByLabel('Named seats').fill('0');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Named seats')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');

  // The manager takes a seat and works.
  const me = await (await request.get('/v1/me', { headers })).json();
  const mine = await request.patch(`/v1/users/${me.id}`, {
    headers,
    data: { seats: { remote_support: 'shared' } },
  });
  expect(mine.ok()).toBe(true);
  expect((await request.put('/v1/me/seats/remote_support', { headers })).ok()).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Shared seats' }).first().locator('..')).toContainText(
    'In use1',
  );
  await expect(page.getByRole('figure').first()).toBeVisible();
  await page.getByText('As a table').first().click();
  await expect(page.getByRole('table', { name: 'Most in use at once' })).toBeVisible();
  await page.getByLabel('Time span').first().selectOption('Last 365 days');
  await expectAccessible(page);
});

/** PPL-15 */
test('a seat is offered as long as one is left, and the page of seats says who has one', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  await manager.patch('/v1/seats/service_desk', { named: 1 });
  await signIn(page, '/users/new', login, OWN_PASSWORD);
  const seat = page.getByLabel('Seat for Service desk');
  await seat.selectOption('A seat of their own (1 free)');
  await expect(page.getByText('No shared seats have been bought.')).toBeVisible();
  await page.getByLabel('First name').fill('Ida');
  await page.getByLabel('Last name').fill('Holm');
  await page.getByLabel('Login').fill(freshLogin());
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('heading', { name: 'Ida Holm' })).toBeVisible();
  // What is theirs stays open to them.
  await expect(seat).toHaveValue('named');
  await page.getByLabel('Remark').fill('4711');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeInViewport();

  await page.goto('/users/new');
  await expect(page.getByText('All named seats are assigned.')).toBeVisible();
  await expect(seat.getByRole('option', { name: 'A seat of their own (0 free)' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Seats' }).click();
  await page.getByText('Who has one').click();
  await expect(page.getByRole('link', { name: 'Ida Holm' })).toBeVisible();
  await expectAccessible(page);
});
