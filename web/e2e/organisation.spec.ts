import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { press, tabTo } from './keys';
import {
  expect,
  expectAccessible,
  managerOf,
  OWN_PASSWORD,
  openAccount,
  settled,
  signIn,
  test,
} from './support';

/** SET-1, SET-3, TEA-1, POR-1, UX-1 */
test('the organisation is downloaded, changed, planned and applied', async ({ page, request }) => {
  const login = await openAccount(page);
  const manager = await managerOf(request, login, OWN_PASSWORD);
  await manager.post('/v1/teams', { name: 'Day', message: 'Handover at six.' });
  await manager.post('/v1/teams', { name: 'Old' });
  await signIn(page, '/organisation', login, OWN_PASSWORD);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('organisation.json');
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).toContain('\n  "format": 1,\n');
  const file = JSON.parse(text);
  expect(file.teams.map(({ name }: { name: string }) => name)).toEqual(['Day', 'Old']);

  const slug = `o-${randomUUID().slice(0, 8)}`;
  const [day] = file.teams;
  const wanted = {
    ...file,
    portals: [{ slug, name: 'Help', subportals: ['North', 'South'] }],
    teams: [{ ...day, message: 'Handover at seven.', portal: slug, subportals: ['South'] }],
  };
  await page.locator('input[type=file]').setInputFiles({
    name: 'wanted.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(wanted, null, 2)),
  });
  await expect(page.getByLabel('The file', { exact: true })).toHaveValue(/Handover at seven/);
  await page.getByRole('checkbox', { name: 'Delete portals and teams' }).check();
  await page.getByRole('button', { name: 'See what would be done' }).click();
  await expect(page.getByRole('heading', { name: '1 to create' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^message/ })).toContainText('Handover at six.');
  await expect(page.getByRole('row', { name: /^message/ })).toContainText('Handover at seven.');
  await expect(page.getByText('1 to create, 1 to change, and 1 to delete')).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  // Nothing has happened yet.
  expect((await manager.get('/v1/portals')).items).toEqual([]);

  await page.getByRole('button', { name: 'Apply' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 to delete: Team Old');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Applied', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: '1 deleted' })).toBeVisible();
  const now = await manager.get('/v1/organisation');
  expect(now.teams).toMatchObject([{ name: 'Day', portal: slug, subportals: ['South'] }]);
  expect(now.portals).toMatchObject([{ slug, subportals: ['North', 'South'] }]);
  await page.getByRole('button', { name: 'See what would be done' }).click();
  await expect(page.getByText('Nothing to do: all is as the file says')).toBeVisible();
});

/** UX-1 */
test('by keyboard: what is wrong with a file is told by place and line, and what was typed is kept', async ({
  page,
}) => {
  const login = await openAccount(page);
  await signIn(page, '/organisation', login, OWN_PASSWORD);
  const text = page.getByLabel('The file', { exact: true });
  const see = page.getByRole('button', { name: 'See what would be done' });
  await expect(see).toBeDisabled();
  await tabTo(page, text);
  await page.keyboard.insertText(
    '{\n  "format": 1,\n  "teams": [\n    { "name": "Day" }\n    { "name": "" }\n  ]\n}',
  );
  await press(page, see);
  await expect(page.getByRole('alert')).toContainText('Line 5, column 5 can’t be read');
  await expectAccessible(page);
  await text.fill(
    '{\n  "format": 1,\n  "settings": { "name": "North" },\n  "teams": [\n    { "name": "Day", "portal": "nowhere" },\n    { "nam": "Late" }\n  ]\n}',
  );
  await press(page, see);
  await expect(page.getByRole('alert')).toContainText('teams › 2. › nam');
  await text.fill((await text.inputValue()).replace('"nam"', '"name"'));
  await press(page, see);
  const wrong = page.getByRole('alert');
  await expect(wrong).toContainText('1 thing is wrong in the file');
  await expect(wrong).toContainText('teams › Day › portal');
  await expectAccessible(page);
  await press(page, wrong.getByRole('button', { name: 'Line 5' }));
  await expect(text).toBeFocused();
  expect(
    await text.evaluate((node: HTMLTextAreaElement) =>
      node.value.slice(node.selectionStart, node.selectionEnd),
    ),
  ).toBe('"nowhere"');
  await expect(text).toHaveValue(/"name": "Late"/);
});
