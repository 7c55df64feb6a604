import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function ExportsPage() {
  const { t } = useTranslation();
  return <PageHeader title={t('shell.export')} />;
}
