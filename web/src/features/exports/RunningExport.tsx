import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { cancelExport } from '@/api/exports';
import type { Export } from '@/api/types';
import { ProgressPanel } from '@/ui/ProgressPanel';
import { FilterText } from './FilterText';
import { exportsQuery } from './queries';

export function RunningExport({ item }: { item: Export }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () => cancelExport(item.id),
    onSettled: () => queries.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
  return (
    <ProgressPanel
      label={t('exports.running')}
      progress={item.progress}
      detail={
        <>
          <FilterText filter={item.filter} />. {t('exports.running_detail')}
        </>
      }
      stop={{
        label: t('work.stop'),
        onStop: stop.mutate,
        stopping: stop.isPending || item.cancel_requested,
        error: stop.error,
      }}
    />
  );
}
