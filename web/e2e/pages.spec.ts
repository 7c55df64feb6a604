import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLACES, type Place } from './look/places';
import { expect, expectAccessible, LOGIN, newUser, OWN_PASSWORD, settled, signIn, test } from './support';

/** So many places a test, so that all workers have some. */
const AT_ONCE = 8;

const ROUTES = join(import.meta.dirname, '../src/app/routes');

function groups(places: Place[]): Place[][] {
  const count = Math.ceil(places.length / AT_ONCE);
  return Array.from({ length: count }, (_, at) => places.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
}

/** UX-1 */
for (const inside of [false, true]) {
  for (const places of groups(PLACES.filter((place) => Boolean(place.inside) === inside))) {
    const names = `${places[0]?.name} to ${places.at(-1)?.name}`;
    test(`${names}: accessible in both themes, and not too wide for a phone`, async ({ page }) => {
      test.setTimeout(300_000);
      if (inside) await signIn(page, '/services');
      let signedIn = LOGIN;
      for (const { name, path, act, login = LOGIN } of places) {
        await test.step(name, async () => {
          if (inside && login !== signedIn) await signIn(page, '/profile', login);
          signedIn = login;
          await page.goto(path);
          await settled(page);
          await act?.(page);
          await settled(page);
          await expectAccessible(page);
        });
      }
    });
  }
}

/** What is a page and in no place is looked at by nobody; of the portal, `portal.spec.ts` sees what is behind the door. */
test('every page of the app is among the places', () => {
  const texts = readdirSync(ROUTES).map((file) => readFileSync(join(ROUTES, file), 'utf8'));
  const paths = texts.flatMap((text) => [...text.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path));
  const seen = PLACES.map(({ path }) => path.replace(/[?#].*/, ''));
  const matches = (path: string) => new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`);
  const opened = ['/companies/$id/settings', '/customers/$id/edit', '/portal/$account'];
  const missing = paths.filter(
    (path) => !opened.includes(path) && !seen.some((one) => matches(path).test(one)),
  );
  expect(missing).toEqual([]);
});

test('the menu with language and theme is accessible and switches both', async ({ page, request }) => {
  // Of their own: the language in which the server answers somebody is the one that they choose here.
  const login = await newUser(page, request, { role: 'company_manager' });
  await signIn(page, '/customers', login, OWN_PASSWORD);
  await page.getByRole('button', { name: /Company manager/ }).click();
  await expect(page.getByLabel('Language')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  for (const [language, title] of [
    ['de', 'Kunden'],
    ['es', 'Clientes'],
    ['fr', 'Clients'],
    ['it', 'Clienti'],
    ['pt', 'Clientes'],
    ['en', 'Customers'],
  ] as const) {
    const saved = page.waitForResponse(
      (response) => response.url().endsWith('/v1/me') && response.request().method() === 'PATCH',
    );
    await page.locator('select').filter({ hasText: 'Deutsch' }).selectOption(language);
    await expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect((await saved).ok()).toBe(true);
  }
});

test('"/" goes to the search; clearing the filters empties it', async ({ page }) => {
  await signIn(page, '/customers');
  const search = page.getByRole('searchbox');
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('nobody-is-called-this');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(search).toHaveValue('');
  await expect(page).toHaveURL(/\/customers$/);
});
