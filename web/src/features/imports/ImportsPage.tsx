import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';
import { ImportList } from './ImportList';
import { Uploader } from './Uploader';

export function ImportsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('imports.title')} subtitle={t('imports.intro')} />
      <Uploader />
      <ImportList />
    </>
  );
}
