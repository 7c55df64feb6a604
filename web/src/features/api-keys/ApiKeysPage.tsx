import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function ApiKeysPage() {
  const { t } = useTranslation();
  return <PageHeader title={t('shell.api_keys')} />;
}
