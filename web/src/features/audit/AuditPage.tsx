import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function AuditPage() {
  const { t } = useTranslation();
  return <PageHeader title={t('shell.audit')} />;
}
