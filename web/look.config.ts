import base from './playwright.config.ts';

/** The walk with pictures (`npm run look`): for people who look at the app, not for judging it. */
export default {
  ...base,
  testDir: 'e2e/look',
  projects: undefined,
  timeout: 300_000,
  reporter: 'line',
};
