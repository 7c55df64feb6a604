import { randomUUID } from 'node:crypto';
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
  settled,
  signIn,
  test,
} from './support';

/** Slugs are unique in the deployment, and other tests make portals, too. */
const freshSlug = () => `p-${randomUUID().slice(0, 8)}`;

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

const portal = (manager: Manager, more: object = {}): Promise<{ id: string; slug: string }> =>
  manager.post('/v1/portals', { name: 'Help', slug: freshSlug(), ...more });

type Mail = { to: string[]; subject: string; text: string };

/** The newest mail about a query to somebody, from the local mail catcher. */
async function mailTo(page: Page, address: string): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    const mails: Mail[] = await (await page.request.get('/_local/mail.json')).json();
    found = mails.find(({ to, text }) => JSON.stringify(to).includes(address) && text.includes('/queries/'));
    expect(found).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return found as Mail;
}

/** POR-1, POR-2, POR-6, QRY-1, UX-1 */
test('the whole way by keyboard: a portal is made, a visitor leaves a message, and it is found by the mail', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  await signIn(page, '/portals', login, OWN_PASSWORD);
  await expect(page.getByText('No portals yet')).toBeVisible();
  const name = `Help ${randomUUID().slice(0, 8)}`;
  const slug = name.toLowerCase().replace(' ', '-');
  await press(page, page.getByRole('main').getByRole('link', { name: 'New portal' }).first());
  await tabTo(page, field(page, 'Name'));
  await page.keyboard.type(name);
  await expect(field(page, 'Address')).toHaveValue(slug);
  await expect(page.getByText(`/p/${slug}`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('No team serves this portal yet')).toBeVisible();
  await settled(page);
  await expectAccessible(page);

  const visitor = await page.context().newPage();
  await visitor.goto(`/p/${slug}`);
  await tabTo(visitor, visitor.getByLabel('Name'));
  await visitor.keyboard.type('Ann Moreau');
  await visitor.keyboard.press('Tab');
  await visitor.keyboard.type('nowhere');
  await tabTo(visitor, visitor.getByLabel('Your question'));
  await visitor.keyboard.type('The scanner does not start.');
  await press(visitor, visitor.getByRole('button', { name: 'Send' }));
  // What is wrong comes back with what was typed.
  await expect(visitor.getByText('Please check what is marked below.')).toBeVisible();
  await expect(visitor.getByLabel('Your question')).toHaveValue('The scanner does not start.');
  await expectAccessible(visitor);
  await visitor.getByLabel('E-mail address').fill('ann@north.example');
  await press(visitor, visitor.getByRole('button', { name: 'Send' }));
  await expect(visitor.getByRole('heading', { name: 'Thank you!' })).toBeVisible();
  await expectAccessible(visitor);
  await visitor.close();

  // Nobody serves it: the company manager is told, and not what was asked.
  const mail = await mailTo(page, login);
  expect(mail.subject).toContain(name);
  expect(mail.text).not.toContain('scanner');
  const [link] = mail.text.match(/\/queries\/qry_\w+/) ?? [];
  await page.goto('/queries');
  await press(page, page.getByRole('link', { name: 'The scanner does not start.' }));
  await expect(page).toHaveURL(new RegExp(`${link}$`));
  await expect(page.getByRole('heading', { name: 'Query of Ann Moreau' })).toBeVisible();
  await expect(page.getByText('No customer has this address')).toBeVisible();
  const answer = page.getByRole('link', { name: 'Answer by e-mail' });
  await expect(answer).toHaveAttribute('href', /^mailto:ann@north\.example\?subject=Re%3A%20The%20scanner/);
  await settled(page);
  await expectAccessible(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  expect((await manager.get('/v1/queries')).items).toHaveLength(1);
});

/** POR-1, POR-3, UX-1 */
test('what is wrong with a portal stands at its fields, and what was typed is kept', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const { slug: taken } = await portal(manager);
  await signIn(page, '/portals/new', login, OWN_PASSWORD);
  await field(page, 'Name').fill('Norden');
  await field(page, 'Address').fill('admin');
  await page.getByRole('radio', { name: 'With one click' }).check();
  // Another way asks for what is usual there.
  const asked = (name: string) => page.getByRole('radiogroup', { name });
  await expect(asked('Question').getByRole('radio', { name: 'Hidden' })).toBeChecked();
  await asked('Category').getByRole('radio', { name: 'Required' }).check();
  await page.getByRole('button', { name: 'Add field' }).click();
  await field(page, 'Colour').fill('#eeee00');
  await expect(page.getByText(/White text is hard to read on it/)).toBeVisible();
  await page.getByRole('tab', { name: 'French' }).click();
  await field(page, 'Title').fill('Besoin d’aide ?');
  await page.getByRole('button', { name: 'Add portal' }).click();

  await expect(field(page, 'Address')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Address')).toBeFocused();
  await expect(field(page, 'Colour')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Field 1')).toHaveAttribute('aria-invalid', 'true');
  await expect(asked('Category')).toHaveAccessibleDescription(/categor/i);
  await expect(field(page, 'Name')).toHaveValue('Norden');
  await expect(field(page, 'Title')).toHaveValue('Besoin d’aide ?');
  await expectAccessible(page);

  await field(page, 'Address').fill(taken);
  await field(page, 'Categories').fill('Billing\nAccess');
  await field(page, 'Field 1').fill('Room');
  await page.getByRole('button', { name: /^Use #/ }).click();
  await page.getByRole('button', { name: 'Add portal' }).click();
  // Another portal has it.
  await expect(field(page, 'Address')).toHaveAttribute('aria-invalid', 'true');
  const slug = freshSlug();
  await field(page, 'Address').fill(slug);
  await page.getByRole('button', { name: 'Add portal' }).click();
  await expect(page.getByRole('heading', { name: 'Norden', level: 1 })).toBeVisible();
  await expect(page.getByText(`/p/${slug}/embed.js`)).toBeVisible();
  await page.goto(`/p/${slug}?lang=fr`);
  await expect(page.getByRole('heading', { name: 'Besoin d’aide ?' })).toBeVisible();
  await expect(page.getByLabel(/Room/)).toBeVisible();
});

/** POR-1, POR-4, TEA-1 */
test('a portal gets subportals, a team serves one of them, and is deleted only once no team does', async ({
  page,
  request,
}) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const { id } = await portal(manager);
  const { id: team } = await manager.post('/v1/teams', { name: 'Day' });
  const person = `rep.${randomUUID()}@example.org`;
  await hire(page, manager, person, {
    role: 'representative',
    company_access: 'all',
    modules: ['remote_support'],
    team_id: team,
  });
  await signIn(page, `/portals/${id}?tab=subportals`, login, OWN_PASSWORD);
  await page.getByRole('button', { name: 'Add subportal' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('general');
  await dialog.getByRole('button', { name: 'Add subportal' }).click();
  // There is one of this name.
  await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Name').fill('North');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rename North' }).click();
  await dialog.getByLabel('Name').fill('South');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /South/ })).toContainText('No team');
  await expectAccessible(page);

  await page.goto(`/teams/${team}?tab=settings`);
  await page.getByLabel('The portal that they serve').selectOption({ label: 'Help' });
  await page.getByRole('checkbox', { name: 'South' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await page.goto(`/portals/${id}?tab=representatives`);
  const row = page.getByRole('row', { name: /Ines Otero/ });
  await expect(row).toContainText('Day');
  await expect(row).toContainText('South');
  await page.getByRole('button', { name: 'Delete portal' }).click();
  await expect(dialog).toContainText('Day serves it.');
  await expect(dialog.getByRole('button', { name: 'Delete portal' })).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await manager.patch(`/v1/teams/${team}`, { portal_id: null, subportal_ids: [] });
  await page.reload();
  await page.getByRole('button', { name: 'Delete portal' }).click();
  await expect(dialog).toContainText('reads that there is nothing here');
  await dialog.getByRole('button', { name: 'Delete portal' }).click();
  await expect(page).toHaveURL(/\/portals$/);
  await expect(page.getByText('No portals yet')).toBeVisible();
});

/** PPL-1 */
test('who does not see all teams is not told that none serves a portal', async ({ page, request }) => {
  const manager = await managerOf(request, await openAccount(page), OWN_PASSWORD);
  const { id } = await portal(manager);
  await manager.post('/v1/teams', { name: 'Day', portal_id: id });
  const person = freshLogin();
  await hire(page, manager, person, { company_access: 'all', modules: ['remote_support'] });
  await signIn(page, '/portals', person, OWN_PASSWORD);
  await expect(page.getByRole('row', { name: /Help/ })).not.toContainText('No team');
  for (const tab of ['overview', 'subportals']) {
    await page.goto(`/portals/${id}?tab=${tab}`);
    await settled(page);
    await expect(page.getByRole('main')).not.toContainText('No team');
  }
});

/** SET-3 */
test('a portal takes features away, and the matrix tells what is left there', async ({ page, request }) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  const { id } = await portal(manager);
  const { id: team } = await manager.post('/v1/teams', { name: 'Day', portal_id: id });
  await hire(page, manager, `rep.${randomUUID()}@example.org`, {
    role: 'representative',
    company_access: 'all',
    modules: ['remote_support'],
    team_id: team,
  });
  await signIn(page, `/portals/${id}/features`, login, OWN_PASSWORD);
  await page.getByRole('checkbox', { name: 'Take away: Remote control' }).check();
  await page.getByLabel('Sessions at once').selectOption('2');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(page.getByText('1 representative', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible();
  await expect(page.locator('#feature-max_concurrent_sessions')).toContainText('At most 2');
  const { features } = await manager.get(`/v1/portals/${id}`);
  expect(features).toMatchObject({
    remote_control: { value: false },
    max_concurrent_sessions: { value: 2 },
  });
  await page.getByRole('link', { name: 'Who may use what here' }).click();
  await expect(page).toHaveURL(new RegExp(`portal_id=${id}`));
  await expect(page.getByLabel('Portal', { exact: true })).toHaveValue(id);
});
