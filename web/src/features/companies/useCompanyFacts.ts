import { useTranslation } from 'react-i18next';
import type { CompanyDetail } from '@/api/types';
import { useFormat } from '@/ui/useFormat';

/** A company in a line: how many work for it, and since when it is known. */
export function useCompanyFacts() {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ customers, created_at }: CompanyDetail) => {
    const since = t('company.since', { date: format.date(created_at) });
    // Null for whoever may not see customers.
    return typeof customers === 'number'
      ? `${t('company.customers', { count: customers })} · ${since}`
      : since;
  };
}
