import { dropFile, expect, expectAccessible, LOGIN, PASSWORD, signIn, test } from './support';

const DROP = 'Drop a CSV file here';

/** A name that no earlier run has used, so that the same deployment can be tested again. */
const fresh = () => `e2e${Date.now().toString(36)}`;

function csv(mark: string): string {
  return [
    'first_name,last_name,email,company,shoe_size',
    `Ada,${mark},ada.${mark}@example.org,,38`,
    `Grace,${mark},grace.${mark}@example.org,,39`,
    `Ada,Again,ada.${mark}@example.org,,38`,
    'Nobody,Here,not an address,,40',
    '',
  ].join('\r\n');
}

/** IMP-1, IMP-2, IMP-4 */
test('a dropped file is previewed, confirmed, and its customers are in the list', async ({ page }) => {
  const mark = fresh();
  await signIn(page);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await dropFile(page, DROP, `${mark}.csv`, csv(mark));
  await expect(page.getByRole('heading', { name: `${mark}.csv`, level: 1 })).toBeVisible();

  const confirm = page.getByRole('button', { name: 'Create 2 customers' });
  await expect(confirm).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('One unknown column is ignored: shoe_size')).toBeVisible();
  await expect(page.getByText('same as row 1')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: '1 Invalid' }).click();
  await expect(page).toHaveURL(/verdict=invalid/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('cell', { name: 'not an address' })).toBeVisible();

  await confirm.click();
  await expect(page.getByText('2 customers created')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rejected rows' }).click();
  expect((await download).suggestedFilename()).toBe(`${mark}-rejected.csv`);

  await page.getByRole('link', { name: 'See the customers' }).click();
  await page.getByRole('searchbox', { name: 'Search by name, e-mail or company' }).fill(mark);
  await expect(page.getByRole('cell', { name: `grace.${mark}@example.org` })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`text=${mark}`));
});

/** IMP-1: nothing is written before confirm. */
test('a cancelled import writes nothing', async ({ page }) => {
  const mark = fresh();
  await signIn(page, '/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await (await chooser).setFiles({
    name: `${mark}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(csv(mark)),
  });
  const cancel = page.getByRole('button', { name: 'Cancel import' });
  await expect(page.getByRole('button', { name: 'Create 2 customers' })).toBeVisible({ timeout: 30_000 });
  await cancel.click();
  await expect(page.getByText('Nothing was written.')).toBeVisible();
  await page.goto(`/customers?text=${mark}`);
  await expect(page.getByText('No customer matches')).toBeVisible();
});

/** IMP-3: what was found out is shown, and somebody may know better; nothing that they then confirm is misread. */
test('a misread file is read anew, and one that could not be read can', async ({ page }) => {
  const mark = fresh();
  await signIn(page, '/import');
  // In UTF-8 these bytes are "Führ"; in Windows-1252, two letters more.
  await dropFile(page, DROP, `${mark}.csv`, `email;last_name\nada.${mark}@example.org;Führ\n`);
  await expect(page.getByText('Read as UTF-8, semicolon.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('cell', { name: 'Führ' })).toBeVisible();
  await page.getByRole('button', { name: 'Read it differently' }).click();
  await page.getByLabel('Encoding').selectOption('Windows-1252');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Read anew' }).click();
  await expect(page.getByRole('cell', { name: 'FÃ¼hr' })).toBeVisible({ timeout: 30_000 });

  await page.getByRole('button', { name: 'Read it differently' }).click();
  await page.getByLabel('Cells are separated by').selectOption('tab');
  await page.getByRole('button', { name: 'Read anew' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no “email” column', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Read it differently' }).click();
  await page.getByLabel('Encoding').selectOption('Find out');
  await page.getByLabel('Cells are separated by').selectOption('Find out');
  await page.getByRole('button', { name: 'Read anew' }).click();
  await expect(page.getByRole('cell', { name: 'Führ' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Create 1 customer' }).click();
  await expect(page.getByText('1 customer created')).toBeVisible({ timeout: 30_000 });
});

/** IMP-7, and the mode that changes customers: each change is shown first, and is as before after undoing. */
test('a file changes a customer, and undoing takes all back but what somebody has touched', async ({
  page,
}) => {
  const mark = fresh();
  const file = (title: string, more = '') =>
    `first_name,email,job_title\nAda,ada.${mark}@example.org,${title}\n${more}`;
  await signIn(page, '/import');
  await dropFile(page, DROP, `${mark}-1.csv`, file('Analyst'));
  await page.getByRole('button', { name: 'Create 1 customer' }).click({ timeout: 30_000 });
  await expect(page.getByText('1 customer created')).toBeVisible({ timeout: 30_000 });

  await page.getByRole('link', { name: 'Import another file' }).click();
  await page.getByLabel('Change the customer').check();
  await dropFile(page, DROP, `${mark}-2.csv`, file('Countess', `Jean,jean.${mark}@example.org,Programmer\n`));
  await expect(page.getByRole('cell', { name: /Analyst → Countess/ })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create 1, change 1' }).click();
  await expect(page.getByText('1 customer created and 1 customer changed')).toBeVisible({ timeout: 30_000 });

  // Somebody touches the one that was made.
  const session = await (
    await page.request.post('/v1/sign-in', { data: { login: LOGIN, password: PASSWORD } })
  ).json();
  const headers = { Authorization: `Bearer ${session.access_token}` };
  const found = await page.request.get(`/v1/customers?text=jean.${mark}`, { headers });
  const [jean] = (await found.json()).items;
  await page.request.patch(`/v1/customers/${jean.id}`, { headers, data: { department: 'Machines' } });

  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('Import undone', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('group', { name: 'What became of the customers' })).toContainText('1As before');
  await page.getByRole('button', { name: '1 Kept' }).click();
  await expect(page).toHaveURL(/kept=true/);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All imports' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${mark}-2`) })).toContainText('Undone');
});

/** IMP-3 */
for (const [name, content, why] of [
  ['report.pdf', '%PDF-1.7\n1 0 obj\n', 'This is a PDF document'],
  ['phones.csv', 'first_name,phone\nAda,1\n', 'There is no “email” column'],
] as const) {
  test(`${name} is refused, and says why`, async ({ page }) => {
    await signIn(page, '/import');
    await dropFile(page, DROP, name, content);
    await expect(page.getByRole('alert')).toContainText(why, { timeout: 30_000 });
    await expectAccessible(page);
  });
}

test('an empty file is refused before it is sent', async ({ page }) => {
  await signIn(page, '/import');
  await dropFile(page, DROP, 'empty.csv', '');
  await expect(page.getByText('This file is empty.')).toBeVisible();
});
