import { expect, expectAccessible, LOGIN, PASSWORD, signIn, test } from './support';

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
