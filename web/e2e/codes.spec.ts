import {
  expect,
  expectAccessible,
  freshLogin,
  hire,
  managerOf,
  OWN_PASSWORD,
  openAccount,
  signIn,
  test,
} from './support';

/** POR-5, UX-1 */
test('a representative makes a code, a customer enters it at the portal, and it is gone', async ({
  page,
  request,
  browser,
}) => {
  const manager = await managerOf(request, await openAccount(page), OWN_PASSWORD);
  const slug = `phone-${Date.now().toString(36)}`;
  const portal = await manager.post('/v1/portals', { slug, name: 'By telephone', mode: 'phone' });
  const team = await manager.post('/v1/teams', { name: 'Telephone', portal_id: portal.id });
  const login = freshLogin();
  const duties = { role: 'representative', company_access: 'all', modules: ['service_desk'] };
  await hire(page, manager, login, { ...duties, team_id: team.id });
  await signIn(page, '/companies', login, OWN_PASSWORD);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('codes');
  await page.getByRole('option', { name: 'Codes' }).click();
  await expect(page.getByText('No code waits')).toBeVisible();
  await page.getByLabel('For whom').fill('Mrs Berg');
  await page.keyboard.press('Enter');
  const card = page.getByRole('listitem').filter({ hasText: 'Mrs Berg' });
  await expect(card.getByText(/^\d{3} \d{3} \d{3}$/)).toBeVisible();
  await expect(card.getByText(/^(15:00|14:\d\d) left$/)).toBeVisible();
  await expect(card.getByText(new RegExp(`^To be entered at localhost:\\d+/p/${slug}$`))).toBeVisible();
  await expect(page.getByLabel('For whom')).toHaveValue('');
  await page.getByLabel('Language of link and e-mail').selectOption('Portuguese');
  const address = (await card.getByRole('link', { name: 'Portal page' }).getAttribute('href')) ?? '';
  expect(address).toMatch(new RegExp(`/p/${slug}\\?code=\\d{9}&lang=pt$`));
  const mail = card.getByRole('link', { name: 'Write an e-mail' });
  await expect(mail).toHaveAttribute('href', new RegExp(encodeURIComponent('O seu código')));
  expect(decodeURIComponent((await mail.getAttribute('href')) ?? '')).toContain(address);
  await expectAccessible(page);

  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await theirs.goto(address.replace('lang=pt', 'lang=en'));
  await theirs.locator('input[name=name]').fill('Ada Berg');
  await theirs.locator('input[name=name]').press('Enter');
  await expect(page.getByText('No code waits')).toBeVisible();

  // What was said by mistake is taken back.
  await page.getByRole('button', { name: 'Make a code' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('No code waits')).toBeVisible();
});

/** POR-5 */
test('without a portal for codes none is made, and the page says why', async ({ page, request }) => {
  const manager = await managerOf(request, await openAccount(page), OWN_PASSWORD);
  const login = freshLogin();
  await hire(page, manager, login, {
    role: 'representative',
    company_access: 'all',
    modules: ['service_desk'],
  });
  await signIn(page, '/codes', login, OWN_PASSWORD);
  await page.getByRole('button', { name: 'Make a code' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
});
