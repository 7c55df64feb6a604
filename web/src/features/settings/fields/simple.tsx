import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import type { Locale } from '@/api/types';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { useFormat } from '@/ui/useFormat';
import type { FieldProps } from './field';

/** After how many seconds a seat can be free again. */
const TIMEOUTS = [300, 600, 900, 1800, 3600, 7200, 14_400, 28_800];
const MOST_DAYS = 90;

export function NameField({ form }: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('setting.label.name')}
      description={t('settings.hint.name')}
      maxLength={255}
      {...form.text('name')}
    />
  );
}

export function LocaleField({ form }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <NativeSelect
      label={t('setting.label.locale')}
      description={t('settings.hint.locale')}
      data={LOCALES.map((value) => ({ value, label: format.language(value) }))}
      value={form.values.locale}
      error={form.errors.locale}
      onChange={(event) => form.set('locale', event.currentTarget.value as Locale)}
    />
  );
}

export function ZoneField({ form }: FieldProps) {
  const { t } = useTranslation();
  return (
    <TimeZoneSelect
      label={t('setting.label.time_zone')}
      description={t('settings.hint.time_zone')}
      {...form.value('time_zone')}
    />
  );
}

export function TwoFactorField({ form }: FieldProps) {
  const { t } = useTranslation();
  return (
    <Switch
      label={t('setting.label.require_two_factor')}
      description={t('settings.hint.require_two_factor')}
      {...form.tick('require_two_factor')}
    />
  );
}

export function SeatTimeoutField({ form }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = form.values.shared_seat_timeout;
  const choices = [...new Set([...TIMEOUTS, chosen])].sort((one, other) => one - other);
  return (
    <NativeSelect
      label={t('setting.label.shared_seat_timeout')}
      description={t('settings.hint.shared_seat_timeout')}
      data={choices.map((seconds) => ({ value: String(seconds), label: format.wait(seconds) }))}
      value={String(chosen)}
      error={form.errors.shared_seat_timeout}
      onChange={(event) => form.set('shared_seat_timeout', Number(event.currentTarget.value))}
    />
  );
}

export function RetentionField({ form }: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('setting.label.retention_days')}
      description={t('settings.hint.retention_days')}
      type="number"
      min={1}
      max={MOST_DAYS}
      // Nothing is no number; the server says so.
      value={form.values.retention_days || ''}
      error={form.errors.retention_days}
      onChange={(event) => form.set('retention_days', Math.trunc(Number(event.currentTarget.value)))}
    />
  );
}
