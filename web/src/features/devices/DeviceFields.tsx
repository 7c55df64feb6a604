import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/api/problem';
import type { DeviceInput } from '@/api/types';
import { CompanySelect } from '@/choices/CompanySelect';

type Props = { value: DeviceInput; onChange: (value: DeviceInput) => void; problem: Problem | undefined };

const TEXTS = ['name', 'hostname', 'os', 'group'] as const;

/** What one says of a device. */
export function DeviceFields({ value, onChange, problem }: Props) {
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
          value={value[field] ?? ''}
          error={problem?.of(field)}
          onChange={(event) => onChange({ ...value, [field]: event.currentTarget.value })}
        />
      ))}
      <CompanySelect
        label={t('devices.company')}
        placeholder={t('devices.choose_company')}
        value={value.company_id ?? undefined}
        onChange={(company_id) => onChange({ ...value, company_id: company_id ?? null })}
        error={problem?.of('company_id')}
      />
      <Textarea
        label={t('devices.notes')}
        rows={3}
        value={value.notes ?? ''}
        error={problem?.of('notes')}
        onChange={(event) => onChange({ ...value, notes: event.currentTarget.value })}
      />
    </>
  );
}
