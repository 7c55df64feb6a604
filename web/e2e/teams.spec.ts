import type { Page } from '@playwright/test';
import { press, tabTo } from './keys';
import {
  expect,
  expectAccessible,
  freshLogin,
  hire,
  type Manager,
  managerOf,
  OWN_PASSWORD,
  openAccount,
  representative,
  settled,
  signIn,
  test,
} from './support';

const person = (manager: Manager, first_name: string, team_id?: string) =>
  manager.post('/v1/users', representative(first_name, team_id));
const team = async (manager: Manager, name: string, more: object = {}): Promise<string> =>
  (await manager.post('/v1/teams', { name, ...more })).id;
const column = (page: Page, name: string) =>
  page.locator('main section').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** TEA-1, PPL-13, SET-3, SET-4, SET-5, UX-1 */
test('the whole job by keyboard: a team and a subteam, somebody moved there, a feature off, and why', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  await person(manager, 'Ann');
  await person(manager, 'Bo');
  await signIn(page, '/teams', login, OWN_PASSWORD);
  await press(page, page.getByRole('button', { name: 'New team' }).first());
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Name', { exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type('Day');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: 'Add subteam to Day' }));
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  // Without a name there is none.
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Late');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Late', level: 3 })).toBeVisible();

  await press(page, page.getByRole('button', { name: 'Move Ann Otero' }));
  await expect(dialog.getByRole('button', { name: 'In no team' })).toBeDisabled();
  await press(page, dialog.getByRole('button', { name: 'Day › Late' }));
  await expect(column(page, 'Late').last()).toContainText('Ann Otero');
  await expect(page.getByRole('status').filter({ hasText: 'Moved to Day › Late: Ann Otero' })).toBeAttached();
  // The focus goes along with whom it was on.
  await expect(page.getByRole('button', { name: 'Move Ann Otero' })).toBeFocused();
  await expectAccessible(page);
  // Carried: picked up, one team on, put down; and once left where it was.
  await tabTo(page, page.getByRole('button', { name: 'Move Bo Otero' }));
  await page.keyboard.press('Space');
  const carried = page.getByRole('status').filter({ hasText: 'Bo Otero →' });
  await expect(carried).toContainText('Bo Otero → In no team');
  await page.keyboard.press('ArrowRight');
  await expect(carried).toContainText('Bo Otero → Day');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(carried).toHaveCount(0);
  await expect(column(page, 'In no team')).toContainText('Bo Otero');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await expect(carried).toContainText('Bo Otero → Day › Late');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(column(page, 'In no team')).not.toContainText('Bo Otero');
  await expect(column(page, 'Late').last()).not.toContainText('Bo Otero');
  await expect(page.getByRole('button', { name: 'Move Bo Otero' })).toBeFocused();

  await press(page, page.getByRole('link', { name: 'Day', exact: true }));
  await tabTo(page, page.getByRole('tab', { name: 'Representatives' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const choice = page.getByRole('radiogroup', { name: 'Send files' });
  await tabTo(page, choice.getByRole('radio', { name: 'Inherited: On' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'Off' })).toBeChecked();
  await tabTo(page, page.getByRole('checkbox', { name: 'Lock: Send files' }));
  await page.keyboard.press('Space');
  await press(page, page.getByRole('button', { name: 'See what changes' }));
  const impact = page.getByRole('status').filter({ hasText: 'What would change' });
  await expect(impact).toContainText('Send files: Off');
  await expect(impact).toContainText('2 representatives');
  await expect(impact).toContainText('Ann Otero');
  await press(page, page.getByRole('button', { name: 'Save' }));
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();

  await page.goto('/teams');
  await press(page, page.getByRole('link', { name: 'Ann Otero' }));
  await tabTo(page, page.getByRole('tab', { name: 'Details' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#feature-file_transfer_send')).toContainText('Locked by Day');
  await press(page, page.getByRole('button', { name: 'Why: Send files' }));
  await expect(page.locator('#feature-file_transfer_send')).toContainText('Team: Day');
  await expect(page.locator('#feature-file_transfer_send')).toContainText('by Noor Haddad');
  await expectAccessible(page);
});

/** PPL-13 */
test('cards are dragged, several at once, and go back where they were when the server refuses', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const day = await team(manager, 'Day');
  await team(manager, 'Night');
  for (const name of ['Ann', 'Bo', 'Cy']) await person(manager, name, day);
  await signIn(page, '/teams', login, OWN_PASSWORD);
  const card = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  const [from, to] = [column(page, 'Day'), column(page, 'Night')];
  await card('Ann').dragTo(to);
  await expect(to.getByRole('listitem')).toHaveText([/Ann/]);
  await page.getByRole('checkbox', { name: 'Select Bo Otero' }).check();
  await page.getByRole('checkbox', { name: 'Select Cy Otero' }).check();
  await expect(page.getByText('2 selected')).toBeVisible();
  await expectAccessible(page);
  await card('Cy').dragTo(to);
  await expect(to.getByRole('listitem')).toHaveCount(3);
  await expect(from).toContainText('Nobody here');
  await expect(page.getByText('2 selected')).toBeHidden();

  await page.route('**/v1/users/*/team', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        title: 'Not valid',
        errors: [{ field: 'team_id', code: 'team_unknown', message: 'There is no such team.' }],
      }),
    }),
  );
  await page.getByRole('button', { name: 'Move Ann Otero' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Day' }).click();
  await expect(page.getByRole('alert')).toContainText('Not moved: Ann Otero');
  await expect(page.getByRole('alert')).toContainText('There is no such team.');
  await expect(to.getByRole('listitem')).toHaveCount(3);
  await page.unroute('**/v1/users/*/team');
  await page.getByRole('searchbox', { name: 'Search by team or person' }).fill('bo');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([/Bo Otero/]);
  await page.reload();
  await expect(column(page, 'Night').getByRole('listitem')).toHaveText([/Bo Otero/]);
});

/** TEA-1, TEA-2, PPL-6 */
test('a team’s settings are inherited by its subteam, it is given a manager, and is deleted', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const day = await team(manager, 'Day', { available_logins: 12, message: 'Handover at six.' });
  const late = await team(manager, 'Late', { parent_id: day });
  await person(manager, 'Ann', late);
  await manager.post('/v1/users', {
    first_name: 'Tea',
    last_name: 'Lambert',
    login: freshLogin(),
    role: 'team_manager',
    rights: ['run_reports'],
    company_access: 'all',
    modules: ['management'],
    locale: 'en',
  });
  await signIn(page, `/teams/${late}?tab=settings`, login, OWN_PASSWORD);
  await expect(page.getByText('Left blank, as in Day: 12')).toBeVisible();
  await page.getByLabel('Fewest characters of a password').fill('5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Fewest characters of a password')).toBeFocused();
  await page.getByLabel('Fewest characters of a password').fill('14');
  await page.getByLabel('Message to its representatives').fill('Bring your open cases.');
  // Somebody else is faster; what was typed stays.
  await manager.patch(`/v1/teams/${late}`, { available_logins: 3 });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody else has changed this team meanwhile')).toBeVisible();
  await expect(page.getByLabel('Available logins')).toHaveValue('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Managers' }).click();
  await expect(page.getByText('No team manager manages this team')).toBeVisible();
  await page.getByRole('button', { name: 'Add manager' }).click();
  await page.getByRole('dialog').getByLabel('Team manager').selectOption('Tea Lambert');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('row', { name: /Tea Lambert/ })).toContainText('Run reports');
  await page.getByRole('button', { name: 'Take Tea Lambert off this team' }).click();
  await page.getByRole('button', { name: 'Take off', exact: true }).click();
  await expect(page.getByText('No team manager manages this team')).toBeVisible();

  await page.getByRole('tab', { name: 'Representatives' }).click();
  await page.getByRole('link', { name: 'Add representative' }).click();
  await expect(page.getByLabel('Team', { exact: true })).toHaveValue(late);
  await page.goto(`/teams/${day}`);
  await expect(page.getByText('Nobody is in this team')).toBeVisible();
  // Several at once: whoever names no team comes into this one.
  await page.getByRole('link', { name: 'Add several' }).click();
  await page
    .getByLabel('One line for each person')
    .fill(`Bo,Ek,${freshLogin()}\nCy,Ek,${freshLogin()},,,Late`);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Add 2 representatives' }).click();
  await expect(page.getByText(/2 representatives added/)).toBeVisible();
  await page.goto(`/teams/${day}`);
  await expect(page.getByRole('row', { name: /Bo Ek/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Cy Ek/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete team' }).click();
  await expect(page.getByRole('dialog')).toContainText('It has subteams.');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.goto(`/teams/${late}`);
  await page.getByRole('button', { name: 'Delete team' }).click();
  await expect(page.getByRole('dialog')).toContainText('Its representatives stay, and are in no team.');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete team' }).click();
  await expect(page).toHaveURL(/\/teams$/);
  await page.reload();
  await expect(column(page, 'In no team')).toContainText('Ann Otero');
});

/** PPL-1, PPL-2, PPL-13 */
test('a team manager has their teams, their people and nothing else; a representative reads what their team says', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const manager = await managerOf(request, await openAccount(page), OWN_PASSWORD);
  const day = await team(manager, 'Day', { message: 'Handover at six.' });
  const [late, night] = [await team(manager, 'Late', { parent_id: day }), await team(manager, 'Night')];
  await person(manager, 'Ann', day);
  const far = await person(manager, 'Bo', night);
  const login = freshLogin();
  await hire(page, manager, login, {
    role: 'team_manager',
    team_ids: [day],
    rights: ['manage_representatives', 'move_representatives', 'manage_settings'],
    company_access: 'all',
    modules: ['remote_support', 'management'],
  });
  await signIn(page, '/teams', login, OWN_PASSWORD);
  await expect(page.getByRole('heading', { name: 'Late', level: 3 })).toBeVisible();
  await expect(page.getByRole('button', { name: /New team|Add subteam/ })).toHaveCount(0);
  await expect(page.getByRole('main')).not.toContainText('Night');
  await expect(page.getByRole('main')).not.toContainText('In no team');
  await page.getByRole('button', { name: 'Move Ann Otero' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveText([/^Day/, /^Day › Late/]);
  await page.getByRole('dialog').getByRole('button', { name: 'Day › Late' }).click();
  await expect(column(page, 'Late').last()).toContainText('Ann Otero');
  await expectAccessible(page);

  await page.goto(`/teams/${late}?tab=settings`);
  await expect(page.getByText('These are for company managers to change.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveCount(0);
  await page.getByLabel('Available logins').fill('4');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete team' })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Representatives' }).click();
  await page.getByRole('link', { name: 'Ann Otero' }).click();
  await expect(page.getByRole('radio', { name: /Representative/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /manager/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible();
  await page.goto(`/users/${far.id}`);
  await expect(page.getByText('Companies and seats')).toBeVisible();
  await expect(page.getByRole('button', { name: /Save|Delete|Suspend/ })).toHaveCount(0);
  await expect(page.getByRole('tab')).toHaveCount(0);
  await page.goto('/features');
  await settled(page);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.goto(`/teams/${late}/features`);
  await expect(page.getByRole('radiogroup', { name: 'Chat', exact: true })).toBeVisible();
  await expect(page.locator('#feature-own_reports')).toContainText('You don’t have the right to give this.');
  await expect(page.locator('#feature-own_reports').getByRole('radio')).toHaveCount(0);

  const other = freshLogin();
  await hire(page, manager, other, {
    team_id: late,
    company_access: 'all',
    modules: ['service_desk'],
  });
  await signIn(page, '/profile', other, OWN_PASSWORD);
  await expect(page.getByText('Your team: Late')).toBeVisible();
  await expect(page.getByText('Handover at six.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Handover at six.')).toBeVisible();
  await page.goto('/teams');
  await expect(page.getByRole('heading', { name: 'Late' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
