import { useTranslation } from 'react-i18next';
import { saveExport } from '@/api/exports';
import type { Export } from '@/api/types';
import { SaveButton } from '@/ui/SaveButton';
import { useFormat } from '@/ui/useFormat';

export function DownloadButton({ item: { id, created_at, kept_until } }: { item: Export }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!kept_until || new Date(kept_until) < new Date()) return t('exports.gone');
  return (
    <SaveButton
      size="xs"
      label={t('exports.download')}
      save={() => saveExport(id)}
      aria-label={t('exports.download_of', { at: format.time(created_at) })}
      title={t('exports.kept_until', { at: format.time(kept_until) })}
    />
  );
}
