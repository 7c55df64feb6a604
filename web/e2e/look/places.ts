import { expect, type Page } from '@playwright/test';
import { PORTAL } from './content';

/**
 * Every page, in every state that looks different: what the accessibility check visits in both themes and at phone width,
 * and what the walk with pictures shows. A new page is added here; `pages.spec.ts` names those that are missing.
 */
export type Place = {
  name: string;
  path: string;
  inside?: boolean;
  /** Who looks, where it is not the manager. */
  login?: string;
  /** What is done there before one looks; by place, since the words differ. */
  act?: (page: Page) => Promise<void>;
};

/** Customers of the demo; others come and go while other tests run. */
const DEMO = '/customers?text=customer01';

const rows = (page: Page) => page.locator('tbody tr');
/** The button by which a page adds something. */
const first = (page: Page) => page.locator('main header button').last().click();
const firstLink = async (page: Page) => {
  await rows(page).first().getByRole('link').first().click();
  await page.waitForURL(/\/(cmp|cus|usr|dev)_\w+/);
};
/** An import of `content.ts`. */
const file = (name: string) => async (page: Page) => {
  await page.getByRole('link', { name }).first().click();
  await page.waitForURL(/\/imp_\w+/);
};
const tab = (at: number) => async (page: Page) => {
  await firstLink(page);
  await page.getByRole('tab').nth(at).click();
};
/** A team's page, and there a tab. */
const team =
  (at = 0) =>
  async (page: Page) => {
    await page.locator('main section h2 a').first().click();
    await page.waitForURL(/\/tea_\w+/);
    await page.getByRole('tab').nth(at).click();
  };
/** The portal of `content.ts`, and there a tab. */
const portal =
  (at = 0) =>
  async (page: Page) => {
    await page.locator('tbody a[href^="/portals/"]').first().click();
    await page.waitForURL(/\/por_\w+/);
    await page.getByRole('tab').nth(at).click();
  };
/** The button on the page of a team or a portal that copies what it says; there something is chosen. */
const copies = (open: (page: Page) => Promise<void>) => async (page: Page) => {
  await open(page);
  await page.locator('main header button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').nth(1).check();
  await dialog.getByRole('checkbox').nth(3).check();
  await dialog.locator('input:not([type=checkbox])').first().click();
  await dialog.getByRole('option').first().click();
  await page.keyboard.press('Escape');
};
/** Somebody whose team has five logins, all of them taken. */
const knock = async (page: Page) => {
  const login = (first_name: string, last_name: string, idle: boolean) => ({
    ...{ user_id: last_name, first_name, last_name, idle },
    ...{ since: '2026-11-27T07:02:00Z', heard_at: idle ? '2026-11-27T09:31:00Z' : '2026-11-27T11:46:00Z' },
  });
  const taken = [
    login('Maximiliane Konstanze', 'von Hohenstein-Wittelsbach', true),
    login('Ada', 'Lovelace', true),
    login('Grace', 'Hopper', false),
    login('Lúcia', 'Santos', false),
    login('Bo', 'Ek', false),
  ];
  const json = { ticket: 'none', available_logins: taken.length, taken };
  await page.route('**/v1/sign-in', (route) => route.fulfill({ json }), { times: 1 });
  await page.locator('input[type=email]').fill('bo@example.org');
  await page.locator('input[type=password]').fill('none');
  await page.keyboard.press('Enter');
  await page.locator('main li').first().waitFor();
};
const pick = (page: Page) => page.locator('tbody input[type=checkbox]').first().click();

const OUTSIDE: Place[] = [
  { name: '01-sign-in', path: '/sign-in' },
  { name: '01-logins-taken', path: '/sign-in', act: knock },
  { name: '01-open-account', path: '/open-account' },
  { name: '02-forgotten', path: '/forgotten-password' },
  { name: '03-reset', path: '/reset-password/unknown' },
  { name: '03-activate', path: '/activate/unknown' },
  { name: '03-confirm-address', path: '/confirm-address/unknown' },
  { name: '04-portal', path: '/portal/acc_unknown/sign-in' },
  { name: '04-portal-forgotten', path: '/portal/acc_unknown/forgotten-password' },
  { name: '04-portal-activate', path: '/portal/acc_unknown/activate/unknown' },
  { name: '04-portal-reset', path: '/portal/acc_unknown/reset-password/unknown' },
  { name: '04-visitors', path: `/p/${PORTAL}` },
  {
    name: '04-visitors-wrong',
    path: `/p/${PORTAL}?lang=en`,
    act: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.locator('.error').first().waitFor();
    },
  },
  { name: '04-visitors-none', path: '/p/no-such-portal' },
  { name: '05-not-found', path: '/no-such-page' },
  { name: '06-docs', path: '/docs' },
  { name: '06-docs-endpoint', path: '/docs#confirm_import', act: async () => undefined },
];

const INSIDE: Place[] = [
  { name: '10-home', path: '/' },
  { name: '11-customers', path: '/customers' },
  { name: '12-customers-none', path: '/customers?text=nobody-is-called-this' },
  { name: '13-customers-picked', path: DEMO, act: pick },
  {
    name: '14-mass-change',
    path: DEMO,
    act: async (page) => {
      await pick(page);
      await page.locator('main section[aria-label] button').first().click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('select').first().selectOption('company');
      await dialog.locator('button').last().click();
      await expect(dialog.locator('button[data-loading]')).toHaveCount(0, { timeout: 30_000 });
    },
  },
  { name: '15-customer', path: DEMO, act: firstLink },
  { name: '16-customer-access', path: DEMO, act: tab(1) },
  { name: '17-customer-data', path: DEMO, act: tab(2) },
  { name: '18-customer-new', path: '/customers/new' },
  {
    name: '19-customer-edit',
    path: DEMO,
    act: async (page) => {
      await firstLink(page);
      await page.locator('a[href$="/edit"]').first().click();
    },
  },
  { name: '19-customer-unknown', path: '/customers/cus_unknown' },
  { name: '19-mass-change-unknown', path: '/customers/access/job_unknown' },
  { name: '19-erasure-unknown', path: '/erasures/job_unknown' },
  { name: '20-imports', path: '/import' },
  { name: '21-import-ready', path: '/import', act: file('autumn-fair') },
  { name: '22-import-done', path: '/import', act: file('spring-fair') },
  { name: '22-import-unknown', path: '/import/imp_unknown' },
  { name: '23-exports', path: '/exports' },
  { name: '30-companies', path: '/companies' },
  { name: '30-companies-none', path: '/companies?text=nobody' },
  { name: '31-company-new', path: '/companies', act: first },
  { name: '31-company-unknown', path: '/companies/cmp_unknown' },
  { name: '31-merge-unknown', path: '/companies/merges/job_unknown' },
  { name: '42-company', path: '/companies', act: firstLink },
  { name: '43-company-devices', path: '/companies', act: tab(1) },
  { name: '44-company-users', path: '/companies', act: tab(2) },
  { name: '45-company-contacts', path: '/companies', act: tab(3) },
  { name: '46-company-services', path: '/companies', act: tab(4) },
  { name: '32-services', path: '/services' },
  { name: '33-service-new', path: '/services', act: first },
  { name: '34-denylist', path: '/denylist' },
  { name: '35-denial-new', path: '/denylist', act: first },
  { name: '36-audit', path: '/audit' },
  { name: '37-api-keys', path: '/api-keys' },
  { name: '38-key-new', path: '/api-keys', act: first },
  { name: '39-profile', path: '/profile' },
  { name: '55-settings', path: '/settings' },
  {
    name: '56-company-settings',
    path: '/settings',
    act: async (page) => {
      await page.locator('main input[role=combobox]').click();
      await page.locator('[role=option]').first().click();
      await page.waitForURL(/\/cmp_\w+\/settings/);
    },
  },
  { name: '40-palette', path: '/services', act: (page) => page.keyboard.press('Control+k') },
  {
    name: '41-menu',
    path: '/services',
    act: (page) => page.locator('[popovertarget]').last().click(),
  },
  { name: '50-users', path: '/users' },
  { name: '51-user', path: '/users', act: firstLink },
  { name: '51-user-unknown', path: '/users/usr_unknown' },
  { name: '52-user-new', path: '/users/new' },
  { name: '53-batch', path: '/users/batch' },
  { name: '54-seats', path: '/seats' },
  { name: '57-user-features', path: '/users?role=representative&text=santos', act: tab(1) },
  { name: '70-teams', path: '/teams' },
  { name: '70-teams-none', path: '/teams?text=nobody-is-called-this' },
  { name: '71-team-new', path: '/teams', act: first },
  {
    name: '71-team-move',
    path: '/teams?text=santos',
    act: (page) => page.locator('button[id^=move-]').first().click(),
  },
  { name: '72-team', path: '/teams', act: team() },
  { name: '73-team-settings', path: '/teams', act: team(1) },
  { name: '74-team-features', path: '/teams', act: team(2) },
  { name: '75-team-managers', path: '/teams', act: team(3) },
  { name: '75-team-copy', path: '/teams', act: copies(team()) },
  { name: '75-team-unknown', path: '/teams/tea_unknown' },
  { name: '76-features', path: '/features' },
  { name: '77-matrix', path: '/features/matrix' },
  { name: '80-portals', path: '/portals' },
  { name: '81-portal-new', path: '/portals/new' },
  { name: '82-portal', path: '/portals', act: portal() },
  { name: '83-portal-settings', path: '/portals', act: portal(1) },
  { name: '84-portal-representatives', path: '/portals', act: portal(2) },
  { name: '85-portal-subportals', path: '/portals', act: portal(3) },
  { name: '86-portal-features', path: '/portals', act: portal(4) },
  { name: '87-portal-queries', path: '/portals', act: portal(5) },
  { name: '87-portal-copy', path: '/portals', act: copies(portal()) },
  { name: '82-portal-unknown', path: '/portals/por_unknown' },
  { name: '88-queries', path: '/queries' },
  {
    name: '89-query',
    path: '/queries',
    act: async (page) => {
      await rows(page).first().getByRole('link').first().click();
      await page.waitForURL(/\/qry_\w+/);
    },
  },
  { name: '89-query-unknown', path: '/queries/qry_unknown' },
  { name: '90-organisation', path: '/organisation' },
  {
    name: '91-organisation-plan',
    path: '/organisation',
    act: async (page) => {
      await page.locator('textarea').fill('{ "format": 1, "settings": { "name": "North" } }');
      await page.locator('input[type=checkbox]').check();
      await page.locator('form button[type=submit]').click();
      await page.locator('details, [role=alert]').first().waitFor();
    },
  },
  { name: '60-contacts', path: '/contacts' },
  { name: '60-contacts-none', path: '/contacts?text=nobody' },
  { name: '61-contact-new', path: '/contacts', act: first },
  { name: '62-devices', path: '/devices' },
  { name: '62-devices-none', path: '/devices?text=nothing' },
  { name: '63-device-new', path: '/devices', act: first },
  { name: '64-device', path: '/devices', act: firstLink },
  { name: '64-device-unknown', path: '/devices/dev_unknown' },
  { name: '65-codes', path: '/codes', login: 'representative@demo.example' },
];

export const PLACES: Place[] = [...OUTSIDE, ...INSIDE.map((place) => ({ ...place, inside: true }))];
