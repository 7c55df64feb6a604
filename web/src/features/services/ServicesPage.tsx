import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function ServicesPage() {
  const { t } = useTranslation();
  return <PageHeader title={t('shell.services')} />;
}
