import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceInput } from '@/api/types';
import { CompanySelect } from '@/choices/CompanySelect';
import type { Fields } from '@/ui/useFields';

const TEXTS = ['name', 'hostname', 'os', 'group'] as const;

/** What one says of a device. */
export function DeviceFields({ form: { values, errors, set } }: { form: Fields<DeviceInput> }) {
  const { t } = useTranslation();
  return (
    <>
      {TEXTS.map((field) => (
        <TextInput
          key={field}
          label={t(`devices.${field}`)}
          description={field === 'group' ? t('devices.group_hint') : undefined}
          data-autofocus={field === 'name' || undefined}
          autoComplete="off"
          maxLength={255}
          value={values[field] ?? ''}
          error={errors[field]}
          onChange={(event) => set(field, event.currentTarget.value)}
        />
      ))}
      <CompanySelect
        label={t('devices.company')}
        placeholder={t('devices.choose_company')}
        value={values.company_id ?? undefined}
        onChange={(company_id) => set('company_id', company_id ?? null)}
        error={errors.company_id}
      />
      <Textarea
        label={t('devices.notes')}
        rows={3}
        value={values.notes ?? ''}
        error={errors.notes}
        onChange={(event) => set('notes', event.currentTarget.value)}
      />
    </>
  );
}
