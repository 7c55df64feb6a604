import {
  expect,
  expectAccessible,
  freshLogin,
  hire,
  managerOf,
  OWN_PASSWORD,
  openAccount,
  settled,
  signIn,
  test,
} from './support';

const NO_ACCESS = 'You have no access to this page';

/** PPL-1, PPL-4, PPL-10 */
test('a representative with one module and one company has just those areas, and no control that changes anything', async ({
  page,
  request,
}) => {
  const login = freshLogin();
  const manager = await managerOf(request);
  const company = (await manager.get('/v1/companies?text=alpine')).items[0];
  const contact = { name: `Near ${login}`, company_access: [company.id] };
  await manager.post('/v1/contacts', contact);
  const device = await manager.post('/v1/devices', { name: `Near ${login}`, company_id: company.id });
  await hire(page, manager, login, {
    company_access: [company.id],
    modules: ['remote_support'],
  });
  await signIn(page, '/', login, OWN_PASSWORD);
  const areas = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
  await expect(areas).toHaveText([
    'Companies',
    'Devices',
    'Contacts',
    'Queries',
    'Codes',
    'Users',
    'Teams',
    'Portals',
    'Seats',
    'Settings',
  ]);
  await expect(page).toHaveURL(/\/companies$/);
  await expect(page.getByRole('row')).toHaveCount(2);
  for (const area of [
    '/companies',
    '/devices',
    '/contacts',
    '/users',
    '/teams',
    '/queries',
    '/portals',
    '/seats',
    '/settings',
    `/devices/${device.id}`,
  ]) {
    await page.goto(area);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await settled(page);
    const changing = /^(new|add|rename|delete|move|change|number of seats|renew|send|edit|invite|suspend)/i;
    await expect(page.getByRole('main').getByRole('button', { name: changing })).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('link', { name: /^(new|add)/i })).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
  }
  await page.goto('/contacts');
  await expect(page.getByRole('row', { name: new RegExp(login) }).first()).toBeVisible();
  await page.goto('/contacts?text=maria');
  await page.getByRole('link', { name: 'Maria Berger' }).click();
  await expect(page.getByRole('heading', { name: 'Maria Berger' })).toBeVisible();
  await page.goto('/users?text=berger');
  await page.getByRole('link', { name: 'Maria Berger' }).click();
  await expect(page.getByText('Companies and seats')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expectAccessible(page);
});

/** PPL-1, PPL-4 */
test('what is not one’s right says so, by page and in the search; and another module brings its areas', async ({
  page,
  request,
}) => {
  const login = freshLogin();
  const manager = await managerOf(request);
  const path = await hire(page, manager, login, { company_access: 'all', modules: ['remote_support'] });
  await signIn(page, '/', login, OWN_PASSWORD);
  for (const closed of [
    '/customers',
    '/customers/new',
    '/services',
    '/import',
    '/users/new',
    '/users/batch',
    '/features',
    '/features/matrix',
    '/audit',
    '/api-keys',
  ]) {
    await page.goto(closed);
    await expect(page.getByRole('heading', { name: NO_ACCESS })).toBeVisible();
  }
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cust');
  await expect(page.getByRole('option', { name: /customer/i })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Another module is opened to them: the pages follow.
  await manager.patch(path, { modules: ['remote_support', 'service_desk'] });
  await signIn(page, '/', login, OWN_PASSWORD);
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  const controls = /^(new|add|import|export|edit|delete|change|select|send)/i;
  await expect(page.getByRole('main').getByRole('link', { name: controls })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('button', { name: controls })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('tab').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: controls })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('button', { name: controls })).toHaveCount(0);
  await page.goto('/customers?text=nobody-is-called-this');
  await expect(page.getByText('No customer', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /import/i })).toHaveCount(0);
});

/** PPL-16 */
test('an API manager has keys and a profile, and no other page', async ({ page, request }) => {
  const login = freshLogin();
  await hire(page, await managerOf(request), login, { role: 'api_manager' });
  await signIn(page, '/', login, OWN_PASSWORD);
  await expect(page).toHaveURL(/\/api-keys$/);
  const areas = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link');
  await expect(areas).toHaveText(['API keys']);
  await page.goto('/profile');
  await expect(page.getByLabel('First name')).toBeVisible();
  for (const closed of ['/customers', '/users', '/seats', '/companies', '/devices']) {
    await page.goto(closed);
    await expect(page.getByRole('heading', { name: NO_ACCESS })).toBeVisible();
  }
});

/** PPL-10 */
test('who loses a company sees nothing more of its customer, though the page lies open', async ({
  page,
  request,
}) => {
  const login = freshLogin();
  const manager = await managerOf(request);
  const [company, other] = (await manager.get('/v1/companies')).items;
  const email = `kept.${login}`;
  const said = { first_name: 'Ada', last_name: 'Kept', email, company_id: company.id };
  const customer = await manager.post('/v1/customers', said);
  const person = { company_access: [company.id], modules: ['service_desk'] };
  const path = await hire(page, manager, login, person);
  await page.clock.install();
  await signIn(page, `/customers/${customer.id}`, login, OWN_PASSWORD);
  await expect(page.getByRole('heading', { name: 'Ada Kept' })).toBeVisible();
  await manager.patch(path, { company_access: [other.id] });
  // The page is not touched. The server, too, may take up to a minute.
  await expect(async () => {
    await page.clock.fastForward(60_000);
    await expect(page.getByText('Not found')).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 90_000, intervals: [5000] });
  await expect(page.getByRole('main')).not.toContainText('Kept');
  await expect(page.getByRole('main')).not.toContainText(email);
  await expect(page.getByRole('main')).not.toContainText(company.name);
  await expect(page).not.toHaveTitle(/Kept/);
});

/** PPL-15 */
test('who finds all shared seats taken is told so, may look elsewhere, and comes in when one is free', async ({
  page,
  request,
}) => {
  const [first, second] = [freshLogin(), freshLogin()];
  const manager = await managerOf(request, await openAccount(page), OWN_PASSWORD);
  await manager.patch('/v1/seats/service_desk', { shared: 1 });
  const shared = { company_access: 'all', modules: ['service_desk'], seats: { service_desk: 'shared' } };
  await hire(page, manager, first, shared);
  await hire(page, manager, second, shared);
  const data = { login: first, password: OWN_PASSWORD };
  const { access_token } = await (await request.post('/v1/sign-in', { data })).json();
  const seat = { url: '/v1/me/seats/service_desk', headers: { Authorization: `Bearer ${access_token}` } };
  const taken = await (await page.request.put(seat.url, { headers: seat.headers })).json();
  expect(taken.state).toBe('working');
  await signIn(page, '/', second, OWN_PASSWORD);
  await page.goto('/customers');
  await expect(page.getByRole('heading', { name: 'All seats are taken' })).toBeVisible();
  await expect(page.getByText('You are next')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Companies', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Companies' })).toBeVisible();
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'All seats are taken' })).toBeVisible();
  expect((await page.request.delete(seat.url, { headers: seat.headers })).status()).toBe(204);
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible({ timeout: 20_000 });
  // Signing out gives the seat back.
  await page.getByRole('button', { name: /Representative/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const again = await (await page.request.put(seat.url, { headers: seat.headers })).json();
  expect(again.state).toBe('working');
});
