import { expect, expectAccessible, signIn, test } from './support';

/** PPL-12 */
test('representatives come from a list: tried, added, and the rest corrected where it stands', async ({
  page,
}) => {
  const mark = `b${Date.now().toString(36)}`;
  await signIn(page, '/users');
  await page.getByRole('link', { name: 'Add several' }).click();
  await page.getByRole('button', { name: 'Check' }).click();
  const lines = page.getByLabel('One line for each person');
  await expect(lines).toHaveAttribute('aria-invalid', 'true');
  await lines.fill(
    [
      'login,first_name,last_name',
      `ada.${mark}@example.org,Ada,${mark}`,
      `ada.${mark}@example.org,Twice,${mark}`,
      `no address,Ed,${mark}`,
    ].join('\n'),
  );
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('row', { name: /Ada/ })).toContainText('To be added');
  await expect(page.getByRole('row', { name: /Twice/ })).toContainText('Login taken');
  await expect(page.getByRole('row', { name: /Ed/ })).toContainText('Not valid');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add 1 representative' }).click();
  await expect(page.getByText('1 representative added; the invitation is on its way.')).toBeInViewport();
  // What is left stands in the field, under the names of its columns, with the reasons below.
  await expect(lines).toHaveValue(
    `login,first_name,last_name\nada.${mark}@example.org,Twice,${mark}\nno address,Ed,${mark}`,
  );
  await expectAccessible(page);
  await lines.fill(`login,first_name,last_name\ned.${mark}@example.org,Ed,${mark}`);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Add 1 representative' }).click();
  await expect(page.getByText('1 representative added; the invitation is on its way.')).toBeVisible();
  await expect(lines).toHaveValue('');
  await page.goto(`/users?text=${mark}&status=invited`);
  await expect(page.getByRole('row', { name: /Invited/ })).toHaveCount(2);
});
