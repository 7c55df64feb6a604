import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ContactFilter } from '@/api/contacts';
import { CompanySelect } from '@/choices/CompanySelect';
import { SearchField } from '@/ui/SearchField';
import classes from './ContactFilters.module.css';

export function ContactFilters({ search }: { search: ContactFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/contacts' });
  const change = (part: ContactFilter) =>
    void navigate({
      search: (before) => ({ ...before, ...part }),
      // Typing should not fill the browser's history.
      replace: true,
      resetScroll: false,
    });
  return (
    <search className={classes.filters}>
      <SearchField
        label={t('contacts.search')}
        value={search.text ?? ''}
        onSearch={(typed) => change({ text: typed.trim() || undefined })}
      />
      <CompanySelect value={search.company_id} onChange={(company_id) => change({ company_id })} />
    </search>
  );
}
