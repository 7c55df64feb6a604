import type { Locator, Page } from '@playwright/test';
import { expect, LOGIN, PASSWORD, test } from './support';

/** As somebody without a mouse gets there: by Tab, and in not too many steps. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

/** UX-1 */
test('the whole job by keyboard: sign in, import, find the customer, change access', async ({ page }) => {
  const mark = `key${Date.now().toString(36)}`;
  await page.goto('/sign-in');
  await expect(page.getByLabel('Login')).toBeFocused();
  await page.keyboard.type(LOGIN);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Company manager/ })).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^A page/ })).toBeFocused();
  await page.keyboard.type('import');
  await expect(page.getByRole('option')).toHaveText(['Import']);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Choose a file' }));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  const file = `first_name,last_name,email\nKim,${mark},${mark}@example.org\n`;
  await (await chooser).setFiles({ name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(file) });
  const confirm = page.getByRole('button', { name: 'Create 1 customer' });
  await expect(confirm).toBeVisible({ timeout: 30_000 });
  await tabTo(page, confirm);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 customer created')).toBeVisible({ timeout: 30_000 });

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^A page/ })).toBeFocused();
  await page.keyboard.type(mark);
  await expect(page.getByRole('option', { name: new RegExp(mark) })).toHaveAttribute(
    'data-combobox-selected',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Kim ${mark}`, level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole('tab', { name: 'Overview' }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('radio', { name: /^None$/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Standard$/ })).toBeChecked();
  await tabTo(page, page.getByLabel('Access to Help desk'));
  await page.keyboard.type('In the');
  await tabTo(page, page.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio', { name: /^Standard$/ })).toBeChecked();
});
