import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesQuery, companyQuery } from './companies';

type Props = { value: string[]; onChange: (ids: string[]) => void; error: string | undefined };

/** Several companies of possibly thousands: the server searches them. */
export function CompaniesField({ value, onChange, error }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery(companiesQuery(search));
  const chosen = useQueries({ queries: value.map(companyQuery) });
  const names = new Map(value.map((id, at) => [id, chosen[at]?.data?.name ?? '…']));
  for (const { id, name } of found.data?.items ?? []) names.set(id, name);
  return (
    <MultiSelect
      label={t('services.companies')}
      placeholder={value.length === 0 ? t('services.companies_placeholder') : undefined}
      nothingFoundMessage={found.isPending ? t('common.loading') : t('services.companies_none')}
      searchable
      hidePickedOptions
      filter={({ options }) => options}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchValue={text}
      onSearchChange={setText}
      error={error}
      aria-invalid={Boolean(error) || undefined}
    />
  );
}
