import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Shown when a page takes longer than a moment to come. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center mih="60vh" role="status" aria-label={t('common.loading')}>
      <Loader size="sm" />
    </Center>
  );
}
