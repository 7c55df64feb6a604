import { dropFile, expect, expectAccessible, signIn, test } from './support';

const fresh = () => `e2e${Date.now().toString(36)}`;

test('the palette leads to a page and to a customer, by keyboard alone', async ({ page }) => {
  const mark = fresh();
  await signIn(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'A page, a company, or a customer’s name or e-mail' });
  await expect(field).toBeFocused();
  await page.keyboard.type('imp');
  await expect(page.getByRole('option')).toHaveText(['Import']);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/import$/);

  await dropFile(page, 'Drop a CSV file here', `${mark}.csv`, `first_name,email\nAda,${mark}@example.org\n`);
  await page.getByRole('button', { name: 'Create 1 customer' }).click({ timeout: 30_000 });
  await expect(page.getByText('1 customer created')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(mark);
  await expect(page.getByRole('option', { name: new RegExp(mark) })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers\/cus_/);
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});

/** UX-2 */
test('what runs is in the tray, survives a reload, and says when it has finished', async ({ page }) => {
  const mark = fresh();
  const rows = Array.from({ length: 4000 }, (_, at) => `Ada,${mark}.${at}@example.org`);
  await signIn(page, '/import');
  await dropFile(page, 'Drop a CSV file here', `${mark}.csv`, `first_name,email\n${rows.join('\n')}\n`);
  await page.getByRole('button', { name: 'Create 4,000 customers' }).click({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Services', exact: true }).click();
  const tray = page.getByRole('button', { name: /running$/ });
  await expect(page.getByRole('button', { name: '1 running' })).toBeVisible({ timeout: 10_000 });
  await page.reload();
  await tray.click();
  await expect(page.getByRole('dialog').getByRole('link', { name: `Import of ${mark}.csv` })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const note = page.getByRole('status').getByRole('link', { name: `Import of ${mark}.csv` });
  await expect(note).toBeVisible({ timeout: 50_000 });
  await expectAccessible(page);
  await note.click();
  await expect(page.getByText('4,000 customers created')).toBeVisible();
});

test('on a low screen the menu shows where one is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await signIn(page);
  const entry = page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Organisation' });
  await expect(entry).not.toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('organisation');
  await page.getByRole('option', { name: 'Organisation' }).click();
  await expect(page).toHaveURL(/\/organisation$/);
  await expect(entry).toBeInViewport({ ratio: 0.9 });
  await page.reload();
  await expect(entry).toBeInViewport({ ratio: 0.9 });
});

test('at phone width the menu opens, leads on and closes', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  await signIn(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 760 });
  await page.getByRole('link', { name: 'Denylist' }).click();
  await expect(page).toHaveURL(/\/denylist$/);
  await expect(page.getByRole('link', { name: 'Denylist' })).toBeHidden();
});

/** TEA-3, PPL-15 */
test('a page that nobody touches stops asking after ten minutes, and goes on at the first touch', async ({
  page,
}) => {
  await page.clock.install();
  await signIn(page, '/seats');
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/v1/')) asked += 1;
  });
  await page.mouse.move(200, 200);
  await page.clock.runFor('02:00');
  await expect.poll(() => asked).toBeGreaterThan(0);
  await page.clock.runFor('09:00');
  await page.waitForLoadState('networkidle');
  asked = 0;
  await page.clock.runFor('30:00');
  expect(asked).toBe(0);
  await page.mouse.move(300, 300);
  await expect.poll(() => asked).toBeGreaterThan(0);
});
