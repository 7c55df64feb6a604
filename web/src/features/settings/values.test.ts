import { describe, expect, it } from 'vitest';
import { mayReset, patchOf, rebase, type Values } from './values';

const values = (changed: Partial<Values> = {}): Values => ({
  name: 'Acme',
  accent_colour: '#0b6f88',
  locale: 'en',
  time_zone: 'UTC',
  company_word: {},
  require_two_factor: false,
  shared_seat_timeout: 900,
  session_recording: 'off',
  session_visibility: 'own',
  session_end: { outcome: 'optional', notes: 'optional', reference: 'hidden' },
  retention_days: 90,
  self_registration: { who: 'nobody', domains: [] },
  business_hours: {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  },
  holidays: [],
  ...changed,
});

/** SET-1 */
describe('settings that were changed', () => {
  it('are sent, and no others', () => {
    expect(patchOf(values(), values())).toEqual({});
    expect(patchOf(values(), values({ locale: 'de', retention_days: 30 }))).toEqual({
      locale: 'de',
      retention_days: 30,
    });
  });

  it('say of a word that was taken away that there is none', () => {
    const [site, ort] = [
      { singular: 'Site', plural: 'Sites' },
      { singular: 'Ort', plural: 'Orte' },
    ];
    const before = values({ company_word: { en: site, de: ort } });
    expect(patchOf(before, values({ company_word: { en: site } }))).toEqual({
      company_word: { en: site, de: null },
    });
  });

  it('lie on top of what somebody else has changed meanwhile', () => {
    const theirs = values({ time_zone: 'Europe/Rome' });
    const mine = values({ locale: 'de' });
    expect(rebase(values(), mine, theirs)).toEqual({
      values: values({ locale: 'de', time_zone: 'Europe/Rome' }),
      met: false,
    });
    expect(rebase(values(), mine, values({ locale: 'fr' }))).toEqual({ values: mine, met: true });
    expect(rebase(values(), mine, mine).met).toBe(false);
  });

  it('go back to what is inherited where they are said, but for the name', () => {
    expect(mayReset('locale', 'account', 'account')).toBe(true);
    expect(mayReset('locale', 'account', 'company')).toBe(false);
    expect(mayReset('name', 'account', 'account')).toBe(false);
  });
});
