import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesQuery, companyQuery } from './companies';

type Props = {
  label: string;
  value: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
  disabled?: boolean;
};

/** Several companies of possibly thousands: the server searches them. */
export function CompaniesField({ label, value, onChange, error, disabled }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery(companiesQuery(search));
  const chosen = useQueries({ queries: value.map(companyQuery) });
  const names = new Map(value.map((id, at) => [id, chosen[at]?.data?.name ?? '…']));
  for (const { id, name } of found.data?.items ?? []) names.set(id, name);
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? t('customers.companies_placeholder') : undefined}
      nothingFoundMessage={found.isPending ? t('common.loading') : t('customers.no_company_found')}
      searchable
      // In a dialog, which lies above all that is not in it.
      comboboxProps={{ withinPortal: false, floatingStrategy: 'fixed' }}
      hidePickedOptions
      filter={({ options }) => options}
      data={[...names].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={(ids) => {
        // Left open it would lie over the buttons of a dialog.
        setOpen(false);
        onChange(ids);
      }}
      dropdownOpened={open}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      searchValue={text}
      onSearchChange={setText}
      error={error}
      aria-invalid={Boolean(error) || undefined}
      disabled={disabled}
    />
  );
}
