import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DAYS, type Day } from './days';

/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4;
const DAY = 86_400_000;

/** The days of the week as the chosen language calls them. */
export function useDayName(): (day: Day) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
    return (day) => names.format((FIRST_MONDAY + DAYS.indexOf(day)) * DAY);
  }, [i18n.language]);
}
