import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesQuery, companyQuery } from './companies';

export type Props = {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  /** Above the field; a filter is told by its placeholder instead. */
  label?: string;
  placeholder?: string;
  error?: ReactNode;
};

/** An account may have thousands of companies: the server searches them. */
export function CompanyCombobox({ value, onChange, label, placeholder, error }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const [search] = useDebouncedValue(opened ? text : '', 200);
  const found = useQuery({ ...companiesQuery(search), enabled: opened });
  const chosen = useQuery({ ...companyQuery(value ?? ''), enabled: value !== undefined });
  const companies = found.data?.items ?? [];
  const known = companies.some(({ id }) => id === value);
  const options = value && !known ? [chosen.data ?? { id: value, name: value }, ...companies] : companies;
  return (
    <Select
      // In a dialog, which lies above all that is not in it.
      comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
      label={label}
      error={error}
      aria-label={label ? undefined : t('customers.company')}
      placeholder={placeholder}
      nothingFoundMessage={found.isPending ? t('common.loading') : t('customers.no_company_found')}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      searchable
      clearable
      filter={({ options }) => options}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      searchValue={text}
      onSearchChange={setText}
    />
  );
}
