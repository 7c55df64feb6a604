import type { Page } from '@playwright/test';

export type Place = {
  name: string;
  path: string;
  inside?: boolean;
  /** What is done there before one looks; by place, since the words differ. */
  act?: (page: Page) => Promise<void>;
};

const first = (page: Page) => page.locator('main header button').last().click();
const row = (page: Page) => page.locator('tbody tr').first();
const firstLink = async (page: Page) => {
  await row(page).getByRole('link').first().click();
  await page.waitForLoadState('networkidle');
};
const tab = (at: number) => async (page: Page) => {
  await firstLink(page);
  await page.getByRole('tab').nth(at).click();
  await page.waitForLoadState('networkidle');
};

const OUTSIDE: Place[] = [
  { name: '01-sign-in', path: '/sign-in' },
  { name: '02-forgotten', path: '/forgotten-password' },
  { name: '03-reset', path: '/reset-password/unknown' },
  { name: '04-portal', path: '/portal/acc_unknown/sign-in' },
  { name: '05-not-found', path: '/no-such-page' },
  { name: '06-docs', path: '/docs#confirm_import', act: async () => undefined },
];

const INSIDE: Place[] = [
  { name: '10-home', path: '/' },
  { name: '11-customers', path: '/customers' },
  { name: '12-customers-none', path: '/customers?text=nobody-is-called-this' },
  {
    name: '13-customers-picked',
    path: '/customers',
    act: (page) => page.locator('tbody input[type=checkbox]').first().click(),
  },
  {
    name: '14-mass-change',
    path: '/customers',
    act: async (page) => {
      await page.locator('tbody input[type=checkbox]').first().click();
      await page.locator('main section[aria-label] button').first().click();
      await page.waitForTimeout(500);
    },
  },
  { name: '15-customer', path: '/customers', act: firstLink },
  { name: '16-customer-access', path: '/customers', act: tab(1) },
  { name: '17-customer-data', path: '/customers', act: tab(2) },
  { name: '18-customer-new', path: '/customers/new' },
  { name: '20-imports', path: '/import' },
  { name: '21-import-ready', path: '/import', act: firstLink },
  {
    name: '22-import-done',
    path: '/import',
    act: async (page) => {
      await page.locator('tbody tr').nth(1).getByRole('link').first().click();
      await page.waitForLoadState('networkidle');
    },
  },
  { name: '23-exports', path: '/exports' },
  { name: '30-companies', path: '/companies' },
  { name: '31-company-new', path: '/companies', act: first },
  { name: '32-services', path: '/services' },
  { name: '33-service-new', path: '/services', act: first },
  { name: '34-denylist', path: '/denylist' },
  { name: '35-denial-new', path: '/denylist', act: first },
  { name: '36-audit', path: '/audit' },
  { name: '37-api-keys', path: '/api-keys' },
  { name: '38-key-new', path: '/api-keys', act: first },
  { name: '39-profile', path: '/profile' },
  { name: '50-users', path: '/users' },
  { name: '51-user', path: '/users', act: firstLink },
  { name: '52-user-new', path: '/users/new' },
  { name: '53-batch', path: '/users/batch' },
  { name: '54-seats', path: '/seats' },
  { name: '55-settings', path: '/settings' },
  {
    name: '56-company-settings',
    path: '/settings',
    act: async (page) => {
      await page.locator('main input[role=combobox]').click();
      await page.getByRole('option').first().click();
      await page.waitForLoadState('networkidle');
    },
  },
  { name: '40-palette', path: '/services', act: (page) => page.keyboard.press('Control+k') },
  {
    name: '41-menu',
    path: '/services',
    act: (page) => page.locator('[popovertarget]').last().click(),
  },
];

export const PLACES: Place[] = [...OUTSIDE, ...INSIDE.map((place) => ({ ...place, inside: true }))];
