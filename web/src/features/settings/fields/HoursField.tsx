import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { useFormat } from '@/ui/useFormat';
import { DAYS, type Day } from '../days';
import classes from '../Settings.module.css';
import { useDayName } from '../useDayName';
import type { Values } from '../values';
import type { FieldProps } from './field';

type Hours = Values['business_hours'][Day][number];

const MOST = 4;
const MIDNIGHT = '24:00';

/** The browser's field knows no 24:00; a day that ends at midnight ends at 00:00 for it. */
const fromField = (text: string) => (text === '00:00' ? MIDNIGHT : text);
const toField = (text: string) => (text === MIDNIGHT ? '00:00' : text);

/** When somebody is there, day by day: none, one or more spans. */
export function HoursField({ form }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const dayName = useDayName();
  const week = form.values.business_hours;
  const write = (day: Day, spans: Hours[]) => form.set('business_hours', { ...week, [day]: spans });
  const change = (day: Day, at: number, change: Partial<Hours>) =>
    write(
      day,
      week[day].map((span, place) => (place === at ? { ...span, ...change } : span)),
    );
  return (
    <fieldset className={classes.group}>
      <legend>{t('setting.label.business_hours')}</legend>
      <Text size="xs" c="dimmed">
        {t('settings.hint.business_hours')}
      </Text>
      <div className={classes.week}>
        {DAYS.map((day) => (
          <div key={day} className={classes.day}>
            <span className={classes.dayName}>{dayName(day)}</span>
            <div className={classes.spans}>
              {week[day].length === 0 && <Text c="dimmed">{t('settings.closed')}</Text>}
              {week[day].map((span, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: spans have no names, and are changed in place
                <div key={at} className={classes.span}>
                  <TextInput
                    type="time"
                    aria-label={format.pair(dayName(day), t('settings.from'))}
                    value={span.from}
                    onChange={(event) => change(day, at, { from: event.currentTarget.value })}
                  />
                  {'–'}
                  <TextInput
                    type="time"
                    aria-label={format.pair(dayName(day), t('settings.until'))}
                    value={toField(span.until)}
                    onChange={(event) => change(day, at, { until: fromField(event.currentTarget.value) })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={30}
                    aria-label={format.pair(dayName(day), t('settings.remove_hours'))}
                    onClick={() =>
                      write(
                        day,
                        week[day].filter((_, place) => place !== at),
                      )
                    }
                  >
                    <Icon name="trash" size={16} />
                  </ActionIcon>
                </div>
              ))}
            </div>
            {week[day].length < MOST && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<Icon name="plus" size={14} />}
                aria-label={format.pair(dayName(day), t('settings.add_hours'))}
                onClick={() => write(day, [...week[day], { from: '09:00', until: '17:00' }])}
              >
                {t('settings.add_hours')}
              </Button>
            )}
          </div>
        ))}
      </div>
      {form.errors.business_hours && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {form.errors.business_hours}
        </Text>
      )}
    </fieldset>
  );
}
