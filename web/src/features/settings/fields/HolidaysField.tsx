import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { useFormat } from '@/ui/useFormat';
import classes from '../Settings.module.css';
import type { Values } from '../values';
import type { FieldProps } from './field';

type Holiday = Values['holidays'][number];

/** Days on which nobody is there. */
export function HolidaysField({ form }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = form.values.holidays;
  const write = (at: number, change: Partial<Holiday>) =>
    form.set(
      'holidays',
      days.map((day, place) => (place === at ? { ...day, ...change } : day)),
    );
  const nameOf = ({ name, date }: Holiday) => name || format.day(date) || t('settings.holiday');
  return (
    <fieldset className={classes.group}>
      <legend>{t('setting.label.holidays')}</legend>
      <Text size="xs" c="dimmed">
        {t('settings.hint.holidays')}
      </Text>
      <div className={classes.days}>
        {days.map((day, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: days are changed in place, their date, too
          <div key={at} className={classes.holiday}>
            <TextInput
              type="date"
              aria-label={t('settings.holiday_date')}
              value={day.date}
              onChange={(event) => write(at, { date: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('settings.holiday_name')}
              placeholder={t('settings.holiday_name')}
              maxLength={255}
              value={day.name ?? ''}
              onChange={(event) => write(at, { name: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={format.pair(t('settings.remove_holiday'), nameOf(day))}
              onClick={() =>
                form.set(
                  'holidays',
                  days.filter((_, place) => place !== at),
                )
              }
            >
              <Icon name="trash" size={16} />
            </ActionIcon>
          </div>
        ))}
      </div>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => form.set('holidays', [...days, { date: '', name: '' }])}
      >
        {t('settings.add_holiday')}
      </Button>
      {form.errors.holidays && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {form.errors.holidays}
        </Text>
      )}
    </fieldset>
  );
}
