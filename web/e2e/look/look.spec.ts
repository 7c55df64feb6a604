import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, LOGIN, PASSWORD, test } from '../support';
import { PLACES, type Place } from './places';

/**
 * A walk through every page for the eye: pictures in `look-results/<language>-<theme>-<width>`, and a list of what is cut
 * off. LOOK_LANGUAGES, LOOK_THEMES, LOOK_WIDTHS and LOOK_PLACES (a part of the name) choose among them.
 */
const chosen = (name: string, all: string) => (process.env[name] ?? all).split(',');
const LANGUAGES = chosen('LOOK_LANGUAGES', 'de,en,es,fr,it,pt');
const THEMES = chosen('LOOK_THEMES', 'light,dark') as ('light' | 'dark')[];
const WIDTHS = chosen('LOOK_WIDTHS', '1280,360').map(Number);
const wanted = process.env.LOOK_PLACES ?? '';

/** Texts that end in "…" for lack of room, and whatever makes the page wider than the screen. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth}px too wide`] : [];
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    const cut = all.filter(
      (node) =>
        // What is there for screen readers alone is a pixel wide.
        node.clientWidth > 1 &&
        node.scrollWidth > node.clientWidth + 1 &&
        getComputedStyle(node).textOverflow === 'ellipsis',
    );
    return [...wide, ...cut.map((node) => `cut: ${node.innerText || node.tagName}`)];
  });

async function look(page: Page, { name, path, act }: Place, folder: string): Promise<string[]> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: !act });
  return (await cutOff(page)).map((what) => `${name}: ${what}`);
}

for (const language of LANGUAGES)
  for (const theme of THEMES)
    for (const width of WIDTHS)
      test(`${language} ${theme} ${width}`, async ({ page }) => {
        test.setTimeout(300_000);
        const folder = `look-results/${language}-${theme}-${width}`;
        mkdirSync(folder, { recursive: true });
        await page.addInitScript((tag) => localStorage.setItem('deskhand.language', tag), language);
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: width < 700 ? 760 : 860 });
        const told: string[] = [];
        let signedIn = '';
        for (const place of PLACES.filter(({ name }) => name.includes(wanted))) {
          const { inside, login = LOGIN } = place;
          if (inside && login !== signedIn) {
            await page.goto('/sign-in');
            await page.locator('input[type=email]').fill(login);
            await page.locator('input[type=password]').fill(PASSWORD);
            await page.keyboard.press('Enter');
            await expect(page.locator('#main')).toBeVisible({ timeout: 30_000 });
            signedIn = login;
          }
          told.push(...(await look(page, place, folder)));
        }
        for (const line of told) process.stdout.write(`${language} ${theme} ${width} ${line}\n`);
      });
