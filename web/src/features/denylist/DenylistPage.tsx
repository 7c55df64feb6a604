import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function DenylistPage() {
  const { t } = useTranslation();
  return <PageHeader title={t('shell.denylist')} />;
}
