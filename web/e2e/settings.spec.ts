import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { codeOf, expect, expectAccessible, OWN_PASSWORD, openAccount, signIn, test } from './support';

const accent = (page: Page) =>
  page.evaluate(() => document.documentElement.style.getPropertyValue('--account-accent'));

/** A new account with its manager at the settings. */
async function atSettings(page: Page, name: string): Promise<string> {
  const login = await openAccount(page, name);
  await signIn(page, '/', login, OWN_PASSWORD);
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  return login;
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const saved = (page: Page) => expect(page.getByText('Saved. It holds from now on.')).toBeInViewport();

/** A red PNG of so many pixels. */
function png(width: number, height: number): Buffer {
  const table = Array.from({ length: 256 }, (_, at) => {
    let value = at;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });
  const sum = (bytes: Buffer) =>
    (bytes.reduce((crc, byte) => (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>>
    0;
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(sum(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([200, 30, 30]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** SET-1, COM-2, UX-1 */
test('name, colour and the word for companies change at once, and go back to what is inherited', async ({
  page,
}) => {
  await atSettings(page, 'Plain Works');
  await expectAccessible(page);
  await page.getByLabel('Name of the organisation').fill('Harbour Works');
  const colour = page.getByRole('textbox', { name: 'Colour', exact: true });
  await colour.fill('#ffc800');
  await expect(page.getByText('can’t be read well')).toBeVisible();
  await save(page);
  await expect(colour).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Name of the organisation')).toHaveValue('Harbour Works');
  await page.getByRole('button', { name: /^Use #/ }).click();
  await page.getByLabel('English: One').fill('Site');
  await page.getByLabel('English: Several').fill('Sites');
  await expect(page.getByText('Not saved yet')).toHaveCount(3);
  await expect(page.getByRole('figure').getByText('Harbour Works', { exact: true })).toBeVisible();
  await save(page);
  await saved(page);
  await expect(page.getByText('Not saved yet')).toHaveCount(0);
  await expect(page.getByRole('banner').getByText('Harbour Works').first()).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Sites' })).toBeVisible();
  expect(await accent(page)).toMatch(/^#[0-9a-f]{6}$/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Colour: Back to the default' }).click();
  await expect(colour).toHaveValue('#0b6f88');
  await expect(page.getByRole('button', { name: 'Colour: Back to the default' })).toHaveCount(0);
  await page.getByLabel('English: One').fill('');
  await page.getByLabel('English: Several').fill('');
  await save(page);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Companies' })).toBeVisible();
});

/** SET-1, CUS-5 */
test('a logo is uploaded, seen in the frame and taken away; what is no picture is refused', async ({
  page,
}) => {
  await atSettings(page, 'Picture Works');
  const choose = async (button: string, name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'image/png', buffer });
  };
  await choose('Choose a picture', 'no.png', Buffer.from('no picture'));
  await expect(page.getByText('The picture can’t be the logo')).toBeVisible({ timeout: 20_000 });
  await choose('Choose a picture', 'logo.png', png(300, 90));
  await expect(page.getByAltText('The logo')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('header img[src^="/v1/logos/"]')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await expect(page.locator('header img[src^="/v1/logos/"]')).toHaveCount(0);
});

/** SET-1: what was typed stays when somebody else was faster, and theirs is there, too. */
test('two managers change settings at once, and nothing is lost', async ({ page }) => {
  const login = await atSettings(page, 'Two Works');
  const session = await (
    await page.request.post('/v1/sign-in', { data: { login, password: OWN_PASSWORD } })
  ).json();
  await page.getByLabel('Name of the organisation').fill('Mine');
  await page.request.patch('/v1/settings', {
    headers: { Authorization: `Bearer ${session.access_token}` },
    data: { retention_days: 12, name: 'Theirs' },
  });
  await save(page);
  await expect(page.getByText('Somebody else has changed settings meanwhile')).toBeVisible();
  await expect(page.getByLabel('Name of the organisation')).toHaveValue('Mine');
  await expect(page.getByRole('spinbutton', { name: 'Days for which recordings are kept' })).toHaveValue(
    '12',
  );
  await save(page);
  await saved(page);
  await expect(page.getByRole('banner').getByText('Mine').first()).toBeVisible();
  // Customers see it at their door.
  await page.goto(`/portal/${session.user.account.id}/sign-in`);
  await expect(page.getByRole('banner').getByText('Mine')).toBeVisible();
});

/** SET-1 */
test('a company has settings of its own, and goes back to those of the account', async ({ page }) => {
  const login = await atSettings(page, 'Parent Works');
  const session = await (
    await page.request.post('/v1/sign-in', { data: { login, password: OWN_PASSWORD } })
  ).json();
  const headers = { Authorization: `Bearer ${session.access_token}` };
  const made = await page.request.post('/v1/companies', { headers, data: { name: 'Northwind' } });
  await page.getByRole('combobox', { name: 'Company', exact: true }).fill('North');
  await page.getByRole('option', { name: 'Northwind' }).click();
  await expect(page.getByRole('heading', { name: 'Settings of Northwind' })).toBeVisible();
  await expect(page.getByLabel('Name of the organisation')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Recording of sessions' }).selectOption('on');
  await page.getByRole('button', { name: 'Monday: Add hours' }).click();
  await save(page);
  await expect(page.getByText('overlap')).toBeVisible();
  await page.getByRole('button', { name: 'Monday: remove these hours' }).last().click();
  await save(page);
  await saved(page);
  const path = `/v1/companies/${(await made.json()).id}/settings`;
  const settings = async () => (await (await page.request.get(path, { headers })).json()).session_recording;
  expect(await settings()).toMatchObject({ value: 'on', origin: 'company' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Recording of sessions: Back to the account’s' }).click();
  await expect(page.getByRole('combobox', { name: 'Recording of sessions' })).toHaveValue('off');
  expect(await settings()).toMatchObject({ value: 'off', origin: 'default' });
  await page.getByRole('main').getByRole('link', { name: 'Northwind' }).click();
  await expect(page.getByRole('heading', { name: 'Northwind', exact: true })).toBeVisible();
});

/** PPL-1 */
test('a representative sees the settings, and nothing to change them by', async ({ page }) => {
  await signIn(page, '/', 'representative@demo.example');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('Demo Works').last()).toBeVisible();
  await expect(page.getByText('Name of the organisation')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Restore' })).toHaveCount(0);
  await expect(
    page.locator('main input:not([role=combobox]):not([type=hidden]), main select, main textarea'),
  ).toHaveCount(0);
  await expectAccessible(page);
});

/** PPL-8 */
test('who has no second factor is led to set it up before anything else', async ({ page }) => {
  const login = await atSettings(page, 'Careful Works');
  await page.getByLabel('Require two-factor sign-in').click();
  await save(page);
  await expect(page.getByRole('heading', { name: 'First set up two-factor sign-in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'First set up two-factor sign-in' })).toBeVisible();
  await page.goto('/customers');
  await expect(page.getByRole('heading', { name: 'First set up two-factor sign-in' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Present password').fill(OWN_PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.getByText('Can’t scan it?').click();
  const key = (await dialog.locator('pre').textContent()) ?? '';
  await dialog.getByLabel('Code from the app').fill(await codeOf(page, key));
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible();
  await page.goto('/profile');
  await expect(page.getByRole('button', { name: 'Use another device' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch off' })).toHaveCount(0);
  expect(login).toContain('@');
});
