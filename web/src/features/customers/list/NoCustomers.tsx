import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { EmptyState } from '@/ui/EmptyState';
import { ButtonLink } from '@/ui/links';
import { isFiltered } from '../search';
import { useCustomerSearch } from './useCustomerSearch';

/** Nobody at all, or nobody who matches: different troubles, different ways on. */
export function NoCustomers() {
  const { t } = useTranslation();
  const { search, clear } = useCustomerSearch();
  const mayImport = useMay('manage_imports');
  if (isFiltered(search)) {
    return (
      <EmptyState
        title={t('customers.no_match_title')}
        action={
          <Button variant="default" onClick={clear}>
            {t('common.clear_filters')}
          </Button>
        }
      >
        {t('customers.no_match_detail')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('customers.empty_title')}
      action={mayImport && <ButtonLink to="/import">{t('customers.import')}</ButtonLink>}
    >
      {mayImport && t('customers.empty_detail')}
    </EmptyState>
  );
}
