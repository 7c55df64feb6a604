import type { Browser, Page } from '@playwright/test';
import { press, tabTo } from './keys';
import {
  codeOf,
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

// They put the clock forward under each other's feet.
test.describe.configure({ mode: 'default' });

const LATER = 36 * 60;

const wait = (page: Page, advance_seconds: number) =>
  page.request.post('/_local/clock', { data: { advance_seconds } });

/** A representative of the team, by this first name; gives their login. */
async function member(page: Page, manager: Manager, first_name: string, team_id: string): Promise<string> {
  const login = freshLogin();
  const said = { role: 'representative', company_access: 'all', modules: ['remote_support'] };
  await hire(page, manager, login, { ...said, first_name, team_id });
  return login;
}

/** Somebody at another machine. */
const elsewhere = async (browser: Browser) => (await browser.newContext({ locale: 'en-GB' })).newPage();

async function knock(page: Page, login: string) {
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(OWN_PASSWORD);
  await page.keyboard.press('Enter');
}

const password = (page: Page) => page.getByRole('textbox', { name: 'Password' });
const again = (page: Page) => page.getByRole('button', { name: 'Try again' });
const inside = (page: Page) => page.locator('header').getByRole('button', { name: /Representative/ });
const holder = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** TEA-3, UX-1 */
test('who finds the login of the team taken is told by whom, ends it once it is idle, and the other one learns of it', async ({
  page,
  request,
  browser,
}) => {
  test.slow();
  const mine = await openAccount(page);
  const manager = await managerOf(request, mine, OWN_PASSWORD);
  const { id: day } = await manager.post('/v1/teams', { name: 'Day', available_logins: 1 });
  const { id: late } = await manager.post('/v1/teams', { name: 'Late', parent_id: day });
  const ada = await member(page, manager, 'Ada', day);
  const bo = await member(page, manager, 'Bo', late);
  await signIn(page, '/profile', ada, OWN_PASSWORD);
  await page.getByLabel('Screen name').fill('Typed by Ada');

  const second = await elsewhere(browser);
  await knock(second, bo);
  await expect(second.getByRole('heading', { name: 'No login is free' })).toBeVisible();
  await expect(second.getByText('The one login of your team is in use.')).toBeFocused();
  await expect(holder(second, 'Ada Otero')).toContainText('At work');
  await expect(second.getByText('It is not idle', { exact: false })).toBeVisible();
  await expect(second.getByRole('button', { name: /End this login/ })).toHaveCount(0);
  await expectAccessible(second);
  await press(second, again(second));
  await expect(second.getByRole('status').filter({ hasText: 'it is still in use' })).toBeVisible();
  await expect(again(second)).toBeFocused();

  // The question has waited for too long, and is asked anew after the password.
  await wait(page, LATER);
  await press(second, again(second));
  await expect(second.getByRole('alert')).toContainText('longer than five minutes');
  await expect(password(second)).toBeFocused();
  await expectAccessible(second);
  await second.keyboard.press('Enter');
  await expect(holder(second, 'Ada Otero')).toContainText('Idle');
  await expect(second.getByText(/signed out everywhere; sessions that run go on/)).toBeVisible();
  await expectAccessible(second);

  // Of the one who was away until just now nobody ends the work.
  await page.reload();
  await expect(inside(page)).toBeVisible();
  await page.getByLabel('Screen name').fill('Typed by Ada');
  const end = second.getByRole('button', { name: 'End this login and sign in: Ada Otero' });
  await press(second, end);
  await expect(second.getByRole('status').filter({ hasText: 'Ada Otero is at work again' })).toBeVisible();
  await expect(second.getByText('The one login of your team is in use.')).toBeFocused();
  await expect(end).toHaveCount(0);

  await wait(page, LATER);
  await knock(second, bo);
  await press(second, end);
  await expect(inside(second)).toBeVisible();

  // Her page tells her at the next request, and keeps what she typed.
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  const field = dialog.getByRole('textbox', { name: 'Password' });
  await expect(field).toBeFocused();
  await field.fill(OWN_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The one login of your team is in use.')).toBeFocused();
  await expect(holder(page, 'Bo Otero')).toContainText('At work');
  await expectAccessible(page);
  await press(page, dialog.getByRole('button', { name: 'Back to the password' }));
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await second.getByRole('button', { name: /Representative/ }).click();
  await second.getByRole('button', { name: 'Sign out' }).click();
  await expect(second).toHaveURL(/\/sign-in$/);
  await press(page, again(page));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Saved')).toBeVisible();
  await expect(page.getByLabel('Screen name')).toHaveValue('Typed by Ada');

  // The log tells who needed it.
  await signIn(second, '/audit', mine, OWN_PASSWORD);
  await expect(second.getByText('Idle login ended by the next who needed it')).toBeVisible();
  await second.close();
});

/** TEA-3, UX-3 */
test('a team’s page shows how many logins are in use and by whom, also to the subteam that shares them', async ({
  page,
  request,
  browser,
}) => {
  const mine = await openAccount(page);
  const manager = await managerOf(request, mine, OWN_PASSWORD);
  const { id: day } = await manager.post('/v1/teams', { name: 'Day', available_logins: 3 });
  const { id: late } = await manager.post('/v1/teams', { name: 'Late', parent_id: day });
  const { id: night } = await manager.post('/v1/teams', { name: 'Night' });
  const ada = await member(page, manager, 'Ada', day);
  const bo = await member(page, manager, 'Bo', late);
  const second = await elsewhere(browser);
  await signIn(second, '/profile', ada, OWN_PASSWORD);
  await wait(page, LATER);
  await signIn(second, '/profile', bo, OWN_PASSWORD);

  await signIn(page, `/teams/${day}`, mine, OWN_PASSWORD);
  const panel = page.getByRole('region', { name: 'Signed in now' });
  await expect(panel).toContainText('2 of 3 logins in use · 1 idle');
  await expect(holder(page, 'Ada Otero')).toContainText('Idle');
  await expect(holder(page, 'Bo Otero')).toContainText('At work');
  await expect(panel).toContainText('Its subteams that say no number of their own share these logins.');
  await expectAccessible(page);
  await panel.getByRole('link', { name: 'Bo Otero' }).click();
  await expect(page.getByRole('heading', { name: 'Bo Otero' })).toBeVisible();
  await page.goto(`/teams/${late}`);
  await expect(panel).toContainText('The logins are those of Day');
  await expect(holder(page, 'Ada Otero')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/teams/${night}`);
  await expect(page.getByText('Nobody is in this team')).toBeVisible();
  await expect(panel).toHaveCount(0);
  await second.close();
});

/** PPL-8, TEA-3 */
test('a second factor comes before the question whose login to end', async ({ page, request }) => {
  const manager = await managerOf(request, await openAccount(page), OWN_PASSWORD);
  const { id: day } = await manager.post('/v1/teams', { name: 'Day', available_logins: 1 });
  const ada = await member(page, manager, 'Ada', day);
  const bo = await member(page, manager, 'Bo', day);
  const own = await managerOf(request, bo, OWN_PASSWORD);
  const { secret } = await own.post('/v1/me/totp', { present_password: OWN_PASSWORD });
  await own.put('/v1/me/totp', { code: await codeOf(page, secret) });
  await own.delete('/v1/sign-in');
  await managerOf(request, ada, OWN_PASSWORD);
  await knock(page, bo);
  await page.getByLabel('Code').fill(await codeOf(page, secret, 1));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The one login of your team is in use.')).toBeFocused();
  await expect(holder(page, 'Ada Otero')).toContainText('At work');
  await tabTo(page, page.getByRole('button', { name: 'Back to the password' }));
  await page.keyboard.press('Enter');
  await expect(password(page)).toBeFocused();
});
