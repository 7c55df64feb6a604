import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/EmptyState';
import { ButtonLink } from '@/ui/links';
import { isFiltered } from '../search';
import { useCustomerSearch } from './useCustomerSearch';

/** Nobody at all, or nobody who matches: different troubles, different ways on. */
export function NoCustomers() {
  const { t } = useTranslation();
  const { search, clear } = useCustomerSearch();
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
      action={<ButtonLink to="/import">{t('customers.import')}</ButtonLink>}
    >
      {t('customers.empty_detail')}
    </EmptyState>
  );
}
