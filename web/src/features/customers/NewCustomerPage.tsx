import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function NewCustomerPage() {
  const { t } = useTranslation();
  return <PageHeader title={t('customers.new')} />;
}
