import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import { useFormat } from '@/ui/useFormat';
import { DAYS } from './days';
import { useDayName } from './useDayName';
import type { Key, Values } from './values';

/** The value of a setting as people say it. */
export function useValueText(): (key: Key, values: Values) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const dayName = useDayName();
  const lines = (all: string[]) => all.join('\n') || t('settings.none');
  const texts: { [Name in Key]: (value: Values[Name]) => string } = {
    name: (name) => name,
    accent_colour: (colour) => colour,
    locale: format.language,
    time_zone: (zone) => zone,
    company_word: (words) =>
      lines(
        LOCALES.flatMap((language) => {
          const word = words[language];
          return word ? [format.pair(format.language(language), `${word.singular}, ${word.plural}`)] : [];
        }),
      ),
    require_two_factor: (on) => t(on ? 'common.yes' : 'common.no'),
    shared_seat_timeout: format.wait,
    session_recording: (choice) => t(`setting.choice.${choice}`),
    session_visibility: (choice) => t(`setting.choice.${choice}`),
    session_end: (end) =>
      lines(
        (['outcome', 'notes', 'reference'] as const).map((name) =>
          format.pair(t(`setting.end.${name}`), t(`setting.use.${end[name]}`)),
        ),
      ),
    retention_days: (days) => t('settings.days', { count: days }),
    self_registration: ({ who, domains }) =>
      who === 'domains' ? format.pair(t('setting.who.domains'), domains.join(', ')) : t(`setting.who.${who}`),
    business_hours: (week) =>
      lines(
        DAYS.map((day) =>
          format.pair(
            dayName(day),
            week[day].map(({ from, until }) => `${from}–${until}`).join(', ') || t('settings.closed'),
          ),
        ),
      ),
    holidays: (days) =>
      lines(days.map(({ date, name }) => (name ? format.pair(format.day(date), name) : format.day(date)))),
  };
  return <Name extends Key>(key: Name, values: Values) =>
    (texts[key] as (value: Values[Name]) => string)(values[key]);
}
