import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { ProgressPanel } from '@/ui/ProgressPanel';

export function UndoProgress({ import: { undo, counts } }: { import: Import }) {
  const { t } = useTranslation();
  const done = undo ? undo.customers_removed + undo.customers_restored + undo.customers_kept : 0;
  return (
    <ProgressPanel
      label={t('import.undoing')}
      progress={{ done, total: counts.written }}
      detail={t('import.undoing_detail')}
    />
  );
}
