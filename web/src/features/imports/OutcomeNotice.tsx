import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { Notice } from '@/ui/Notice';

export function OutcomeNotice({ import: { state, counts, problem } }: { import: Import }) {
  const { t } = useTranslation();
  const { written } = counts;
  if (state === 'done') {
    return (
      <Notice
        tone="good"
        title={written > 0 ? t('import.done', { count: written }) : t('import.done_none')}
      />
    );
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
