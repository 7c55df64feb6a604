import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Whose clock times are shown by; without one, the browser's. */
export const TimeZone = createContext<string | undefined>(undefined);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function bytes(language: string, size: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)));
  const digits = power === 0 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(size / 1000 ** power);
}

function wait(language: string, seconds: number): string {
  const inMinutes = seconds >= 60;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(Math.ceil(inMinutes ? seconds / 60 : seconds));
}

/** Numbers, sizes and times as the chosen language writes them, times by the provided time zone. */
export function useFormat() {
  const { i18n } = useTranslation();
  const timeZone = useContext(TimeZone);
  const language = i18n.language;
  return useMemo(() => {
    // "en" alone would write dates the American way; the browser knows the person's region.
    const region = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
    const date = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone });
    // A day of figures is one of UTC; elsewhere it would be the day before.
    const time = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    // A day is a day, whatever the time zone.
    const day = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone: 'UTC' });
    const number = new Intl.NumberFormat(language);
    const percent = new Intl.NumberFormat(language, { style: 'percent' });
    const languages = new Intl.DisplayNames(language, { type: 'language' });
    const colon = language === 'fr' ? '\u00a0:' : ':';
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    return {
      number: (value: number) => number.format(value),
      percent: (share: number) => percent.format(share),
      date: (value: string) => date.format(new Date(value)),
      day: (value: string) => (value ? day.format(new Date(`${value}T00:00:00Z`)) : ''),
      time: (value: string) => time.format(new Date(value)),
      bytes: (value: number) => bytes(language, value),
      wait: (seconds: number) => wait(language, seconds),
      language: (tag: string) => languages.of(tag) ?? tag,
      /** A name and what it is of it; the French put a blank before the colon. */
      pair: (name: string, value: string) => `${name}${colon} ${value}`,
      list: (values: string[]) => list.format(values),
    };
  }, [language, timeZone]);
}
