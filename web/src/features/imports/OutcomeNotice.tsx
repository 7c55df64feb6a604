import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { Notice } from '@/ui/Notice';
import { useFormat } from '@/ui/useFormat';

export function OutcomeNotice({ import: { state, counts, problem } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { written, create, update = 0 } = counts;
  const told = [
    create > 0 && t('import.done', { count: create }),
    update > 0 && t('import.changed', { count: update }),
  ].filter((text) => text !== false);
  if (state === 'done') {
    return <Notice tone="good" title={told.length > 0 ? format.list(told) : t('import.done_none')} />;
  }
  if (state === 'cancelled') {
    return (
      <Notice tone="calm" title={t('import.cancelled')}>
        {written > 0 ? t('import.cancelled_written', { count: written }) : t('import.cancelled_none')}
      </Notice>
    );
  }
  if (state === 'undone') {
    return (
      <Notice tone="calm" title={t('import.undone')}>
        {t('import.undone_detail')}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title={problem?.title ?? t('import.failed')}>
      {problem?.detail ?? t('import.failed_detail')}
      {written > 0 && ` ${t('import.cancelled_written', { count: written })}`}
    </Notice>
  );
}
