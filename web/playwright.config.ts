import { defineConfig } from '@playwright/test';

/** Runs against a Deskhand that is up, with its demo account; `npm run e2e:own` starts one. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/look/content.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  // A machine may have other things to do.
  expect: { timeout: 15_000 },
  // Every test makes its own customers and sign-ins, so they don't mind each other.
  fullyParallel: true,
  workers: 2,
  projects: [
    { name: 'pages', testIgnore: ['look/**', 'logins.spec.ts'] },
    // It puts the house's clock forward, which would end what others have only just begun. Alone by `--no-deps`.
    { name: 'clock', testMatch: 'logins.spec.ts', dependencies: ['pages'] },
  ],
  forbidOnly: Boolean(process.env.CI),
  // CI's machine may be busy; what passes only the second time is told as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    baseURL: process.env.DESKHAND_URL ?? 'http://localhost:8080',
    locale: 'en-GB',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' },
    trace: 'retain-on-failure',
  },
});
