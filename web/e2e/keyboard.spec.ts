import { press, tabTo } from './keys';
import { expect, LOGIN, PASSWORD, test } from './support';

/** UX-1 */
test('the whole job by keyboard: sign in, import, find the customer, change the access', async ({ page }) => {
  const mark = `k${Date.now().toString(36)}`;
  await page.goto('/sign-in');
  await expect(page.getByLabel('Login')).toBeFocused();
  await page.keyboard.type(LOGIN);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await press(page, page.getByRole('link', { name: 'Import', exact: true }));
  const choose = page.getByRole('button', { name: 'Choose a file' });
  await tabTo(page, choose);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({
    name: `${mark}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`first_name,last_name,email\nAda,${mark},${mark}@example.org\n`),
  });
  await press(page, page.getByRole('button', { name: 'Create 1 customer' }));
  await press(page, page.getByRole('link', { name: 'See the customers' }));

  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(mark);
  await press(page, page.getByRole('link', { name: `Ada ${mark}` }));
  await tabTo(page, page.getByRole('tab', { name: 'Overview' }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('radio', { name: 'None', exact: true }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByLabel('Access to Help desk'));
  await page.keyboard.press('ArrowDown');
  await press(page, page.getByRole('button', { name: 'Save' }));
  await expect(page.getByText('Saved')).toBeVisible();
  await expect(page.getByText('Access: Standard')).toBeVisible();
});
