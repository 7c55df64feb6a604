import {
  expect,
  expectAccessible,
  managerOf,
  OWN_PASSWORD,
  openAccount,
  representative,
  signIn,
  test,
} from './support';

/** SET-3, SET-5 */
test('the account says something for all: tried, saved, locked; and what others change meanwhile is kept', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const day = (await manager.post('/v1/teams', { name: 'Day' })).id;
  for (const name of ['Ann', 'Bo']) await manager.post('/v1/users', representative(name, day));
  await signIn(page, '/features', login, OWN_PASSWORD);
  const chat = page.getByRole('radiogroup', { name: 'Chat', exact: true });
  await expect(chat.getByRole('radio', { name: 'Default: On' })).toBeChecked();
  // Until something is said there is nothing to lock, and nothing to save.
  await expect(page.getByRole('checkbox', { name: 'Lock: Chat' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'See what changes' })).toHaveCount(0);
  await chat.getByRole('radio', { name: 'On', exact: true }).check();
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(page.getByText('Nothing would be different for any representative now.')).toBeVisible();
  await chat.getByRole('radio', { name: 'Off', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Lock: Chat' }).check();
  await page.getByLabel('Sessions at once', { exact: true }).selectOption('3');
  await page.getByRole('button', { name: 'See what changes' }).click();
  const impact = page.getByRole('status').filter({ hasText: 'What would change' });
  await expect(impact.getByRole('listitem')).toHaveText([
    /^Chat: Off · 2 rep/,
    /^Sessions at once: 3 · 2 rep/,
  ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();

  await page.goto(`/teams/${day}/features`);
  await expect(page.locator('#feature-chat')).toContainText('Locked by the account');
  await expect(page.getByRole('radiogroup', { name: 'Chat', exact: true })).toHaveCount(0);
  await page.getByLabel('Sessions at once', { exact: true }).selectOption('5');
  await expect(page.locator('#feature-max_concurrent_sessions')).toContainText('3 holds');
  await page.getByLabel('Sessions at once', { exact: true }).selectOption('2');
  await manager.patch(`/v1/teams/${day}`, { message: 'Hello' });
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(page.getByText('Somebody else has changed features meanwhile')).toBeVisible();
  await expect(page.getByLabel('Sessions at once', { exact: true })).toHaveValue('2');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(impact).toContainText('Sessions at once: 2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();

  await page.goto('/audit?action=features');
  await expect(page.getByRole('row', { name: /Features of the account changed/ })).toContainText(
    'Chat: Off (locked)',
  );
});

/** SET-4, UX-1 */
test('the matrix is one stop for the Tab key, is walked through by arrow keys, and leads to the why', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const [day, night] = [
    (await manager.post('/v1/teams', { name: 'Day' })).id,
    (await manager.post('/v1/teams', { name: 'Night' })).id,
  ];
  const ann = await manager.post('/v1/users', representative('Ann', day));
  await manager.post('/v1/users', representative('Bo', night));
  await signIn(page, '/features', login, OWN_PASSWORD);
  await page.goto(`/users/${ann.id}/features`);
  const choice = page.getByRole('radiogroup', { name: 'See the screen' });
  await choice.getByRole('radio', { name: 'Off', exact: true }).check();
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();

  await page.goto('/features/matrix');
  const grid = page.getByRole('grid', { name: 'Who may use what' });
  await expect(grid.getByRole('row')).toHaveCount(3);
  await page.getByLabel('Team', { exact: true }).focus();
  await page.keyboard.press('Tab');
  const first = grid.getByRole('gridcell').first();
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleName('Chat: On · Default');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('p[aria-hidden]')).toHaveText(
    'Ann Otero See the screen: Off · For this person alone',
  );
  await page.keyboard.press('End');
  await expect(grid.getByRole('row').nth(1).getByRole('gridcell').last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(grid.locator(':focus')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel('Team', { exact: true }).selectOption('Night');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.getByLabel('Team', { exact: true }).selectOption('All representatives');
  await expect(grid.getByRole('row')).toHaveCount(3);
  await grid.getByRole('gridcell', { name: 'See the screen: Off' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/features\?key=screen_view$/);
  await expect(page.locator('#feature-screen_view')).toContainText('This holds');
});
