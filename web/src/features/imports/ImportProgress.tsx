import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { AnchorLink } from '@/ui/links';
import { ProgressPanel } from '@/ui/ProgressPanel';
import { useFormat } from '@/ui/useFormat';
import { useCancel } from './queries';

export function ImportProgress({ import: { id, state, progress, counts } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancel(id);
  const stage = state === 'writing' ? 'writing' : state === 'reading' ? 'reading' : 'awaiting';
  const found =
    stage === 'reading' && counts.rows > 0 && ` ${t('import.rows_found', { count: counts.rows })}.`;
  return (
    <ProgressPanel
      label={t(`import.${stage}`)}
      progress={{ done: progress.done, total: stage === 'awaiting' ? 0 : progress.total }}
      amount={stage === 'reading' ? format.bytes : format.number}
      detail={
        <>
          {t(`import.${stage}_detail`)}
          {found}
        </>
      }
      stop={{
        label: stage === 'writing' ? t('work.stop') : t('import.cancel'),
        onStop: () => cancel.mutate(undefined),
        stopping: cancel.isPending || cancel.isSuccess,
        error: cancel.error,
      }}
      extra={
        stage === 'awaiting' && (
          <AnchorLink to="/import" size="sm">
            {t('import.again')}
          </AnchorLink>
        )
      }
    />
  );
}
