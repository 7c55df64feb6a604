import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
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
  signIn,
  test,
} from './support';

const team = async (manager: Manager, name: string, more: object = {}): Promise<string> =>
  (await manager.post('/v1/teams', { name, ...more })).id;
const portal = async (manager: Manager, name: string, more: object = {}): Promise<string> =>
  (await manager.post('/v1/portals', { name, slug: `c-${randomUUID().slice(0, 8)}`, ...more })).id;

const control = (page: Page) => page.getByRole('button', { name: 'Copy to others …' });
const submit = (dialog: Locator) => dialog.getByRole('button', { name: 'Copy', exact: true });
const told = (dialog: Locator, title: RegExp) => dialog.getByRole('status').filter({ hasText: title });

/** TEA-1, UX-1 */
test('by keyboard, a team’s message and logins are copied to two others, and stand on their pages', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const day = await team(manager, 'Day', { message: 'Handover at six.', available_logins: 7 });
  const night = await team(manager, 'Night', { message: 'Lights out.', password_policy: { min_length: 14 } });
  await team(manager, 'Late', { parent_id: night });
  await team(manager, 'Weekend');
  // Its page has been looked at before: what it says anew is seen all the same.
  await signIn(page, `/teams/${night}?tab=settings`, login, OWN_PASSWORD);
  await expect(page.getByLabel('Message to its representatives')).toHaveValue('Lights out.');
  await press(page, page.getByRole('main').getByRole('link', { name: 'Teams' }));
  await press(page, page.getByRole('link', { name: 'Day', exact: true }));
  await press(page, control(page));

  const dialog = page.getByRole('dialog', { name: 'Copy from Day to other teams' });
  const part = (name: string) => dialog.getByRole('checkbox', { name });
  await expect(part('Available logins')).toBeFocused();
  await expect(part('Rules for passwords')).toHaveAccessibleDescription(/Left blank here/);
  await expect(part('Available logins')).not.toHaveAccessibleDescription(/Left blank here/);
  // Nothing is chosen: what is missing is said at the fields.
  await press(page, submit(dialog));
  await expect(part('Available logins')).toBeFocused();
  await expect(part('Available logins')).toHaveAttribute('aria-invalid', 'true');
  const targets = dialog.getByRole('combobox', { name: 'To which teams' });
  await expect(targets).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  await page.keyboard.press('Space');
  await tabTo(page, part('Message to its representatives'));
  await page.keyboard.press('Space');
  await tabTo(page, targets);
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('option')).toHaveText(['Night', 'Night › Late', 'Weekend']);
  await page.keyboard.type('nig');
  await expect(dialog.getByRole('option')).toHaveText(['Night', 'Night › Late']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('week');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  // Escape closed the list; the dialog is still there, and says what it would do.
  const warning = told(dialog, /This will be overwritten in 2 teams by what Day says/);
  await expect(warning).toContainText('Available logins and Message to its representatives');
  await expect(warning).toContainText('Night and Weekend');
  await expectAccessible(page);
  await press(page, submit(dialog));

  const result = told(dialog, /2 teams say the same as Day now/);
  await expect(result.getByRole('listitem')).toHaveText(['Night', 'Weekend']);
  await expectAccessible(page);
  await press(page, dialog.getByRole('button', { name: 'Close' }).last());
  await expect(dialog).toHaveCount(0);
  await expect(control(page)).toBeFocused();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Night', level: 1 })).toBeVisible();
  await expect(page.getByLabel('Message to its representatives')).toHaveValue('Handover at six.');
  await expect(page.getByLabel('Available logins')).toHaveValue('7');
  // What was not chosen is as it was.
  await expect(page.getByLabel('Fewest characters of a password')).toHaveValue('14');
  expect((await manager.get(`/v1/teams/${day}`)).message).toBe('Handover at six.');
});

/** SET-3, UX-1 */
test('a team above which a feature is locked stays as it was, and it is said why; who is gone is said at the field', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const say = (id: string, said: object) => manager.put(`/v1/teams/${id}/features`, said);
  const day = await team(manager, 'Day', { message: 'Handover at six.' });
  await say(day, { chat: { value: false }, clipboard: { value: false } });
  const weekend = await team(manager, 'Weekend');
  const early = await team(manager, 'Early', { parent_id: weekend, message: 'Ours.' });
  await say(weekend, {
    chat: { value: true, locked: true },
    clipboard: { value: true, locked: true },
  });
  const night = await team(manager, 'Night');
  const gone = await team(manager, 'Gone');
  await signIn(page, `/teams/${day}`, login, OWN_PASSWORD);
  await control(page).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Features' }).check();
  await dialog.getByRole('checkbox', { name: 'Message to its representatives' }).check();
  await dialog.getByRole('button', { name: 'Choose all' }).click();
  await expect(told(dialog, /This will be overwritten in 4 teams/)).toContainText(
    'Gone, Night, Weekend, and Weekend › Early',
  );
  await manager.delete(`/v1/teams/${gone}`);
  await submit(dialog).click();
  const targets = dialog.getByRole('combobox', { name: 'To which teams' });
  await expect(targets).toHaveAttribute('aria-invalid', 'true');
  await expect(targets).toBeFocused();
  // What was chosen is kept, without the team that there is no more.
  await expect(told(dialog, /This will be overwritten in 3 teams/)).toContainText(
    'Night, Weekend, and Weekend › Early',
  );
  await expect(dialog.getByRole('checkbox', { name: 'Features' })).toBeChecked();
  await submit(dialog).click();

  await expect(told(dialog, /2 teams say the same as Day now/)).toContainText('Night');
  const kept = dialog.getByRole('alert').filter({ hasText: '1 team stays as it was' });
  await expect(kept).toContainText('Weekend › Early');
  await expect(kept).toContainText(/Chat and Shared clipboard: .*locked/i);
  await expectAccessible(page);
  await kept.getByRole('link', { name: 'Weekend › Early' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByLabel('Message to its representatives')).toHaveValue('Ours.');
  await page.goto(`/teams/${night}/features`);
  const chat = page.getByRole('radiogroup', { name: 'Chat', exact: true });
  await expect(chat.getByRole('radio', { name: 'Off' })).toBeChecked();
  expect((await manager.get(`/v1/teams/${early}`)).features).toEqual({});
});

/** PPL-1, UX-1 */
test('a team manager with the right copies between their own teams; without it, or with one team, there is no button', async ({
  page,
  request,
}) => {
  const manager = await managerOf(request, await openAccount(page), OWN_PASSWORD);
  const day = await team(manager, 'Day');
  await team(manager, 'Late', { parent_id: day });
  await team(manager, 'Night');
  const lead = async (rights: string[], team_ids: string[]) => {
    const login = freshLogin();
    const modules = ['remote_support', 'management'];
    await hire(page, manager, login, {
      role: 'team_manager',
      company_access: 'all',
      team_ids,
      rights,
      modules,
    });
    return login;
  };
  await signIn(page, `/teams/${day}`, await lead(['manage_settings'], [day]), OWN_PASSWORD);
  await control(page).click();
  await page.getByRole('combobox', { name: 'To which teams' }).click();
  await expect(page.getByRole('option')).toHaveText(['Day › Late']);

  await signIn(page, `/teams/${day}`, await lead(['run_reports'], [day]), OWN_PASSWORD);
  await expect(page.getByRole('heading', { name: 'Day', level: 1 })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Settings' })).toBeVisible();
  await expect(control(page)).toHaveCount(0);
  const alone = await team(manager, 'Alone');
  await signIn(page, `/teams/${alone}`, await lead(['manage_settings'], [alone]), OWN_PASSWORD);
  await expect(page.getByRole('heading', { name: 'Alone', level: 1 })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Settings' })).toBeVisible();
  await expect(control(page)).toHaveCount(0);
});

/** POR-1, POR-3, UX-1 */
test('what a portal’s page says and asks for is copied to another, and visitors see it there', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const help = await portal(manager, 'Help', {
    texts: { en: { title: 'How can we help?' }, fr: { title: 'Besoin d’aide ?' } },
    fields: { email: 'required', question: 'required', custom: [{ label: 'Room', required: false }] },
  });
  await signIn(page, `/portals/${help}`, login, OWN_PASSWORD);
  // There is nowhere to copy to.
  await expect(page.getByRole('button', { name: 'Delete portal' })).toBeVisible();
  await expect(control(page)).toHaveCount(0);
  const north = await portal(manager, 'North', {
    accent_colour: '#224488',
    texts: { de: { title: 'Nord' } },
  });
  await portal(manager, 'South');
  await page.reload();
  await control(page).click();
  const dialog = page.getByRole('dialog', { name: 'Copy from Help to other portals' });
  await expect(dialog.getByRole('checkbox', { name: 'Colour' })).toHaveAccessibleDescription(/Left blank/);
  await dialog.getByRole('checkbox', { name: 'What the page asks for' }).check();
  await dialog.getByRole('checkbox', { name: 'What the page says' }).check();
  await dialog.getByRole('combobox', { name: 'To which portals' }).fill('north');
  await dialog.getByRole('option', { name: 'North' }).click();
  await page.keyboard.press('Escape');
  const warning = told(dialog, /This will be overwritten in 1 portal by what Help says/);
  await expect(warning).toContainText('What the page asks for and What the page says');
  await expectAccessible(page);

  // The connection is lost: what was chosen is kept.
  await page.route('**/v1/portals/*/copy', (route) => route.abort());
  await submit(dialog).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await page.unroute('**/v1/portals/*/copy');
  await expect(warning).toContainText('North');
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/v1/portals/*/copy', (route) => held.then(() => route.continue()));
  await submit(dialog).click();
  // While it is done, that is said, and whoever leaves too early would not know what came of it.
  await expect(told(dialog, /Copying …/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  answer();
  const result = told(dialog, /1 portal says the same as Help now/);
  await expectAccessible(page);
  await result.getByRole('link', { name: 'North' }).click();
  await expect(page.getByRole('heading', { name: 'North', level: 1 })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('How can we help?');
  await expect(page.getByRole('textbox', { name: 'Field 1' })).toHaveValue('Room');
  await expect(page.getByRole('textbox', { name: 'Colour', exact: true })).toHaveValue('#224488');
  const { slug } = await manager.get(`/v1/portals/${north}`);
  await page.goto(`/p/${slug}?lang=fr`);
  await expect(page.getByRole('heading', { name: 'Besoin d’aide ?' })).toBeVisible();
  await expect(page.getByLabel(/Room/)).toBeVisible();
  await page.goto(`/p/${slug}?lang=de`);
  await expect(page.getByRole('heading', { name: 'Nord', exact: true })).toHaveCount(0);
});
