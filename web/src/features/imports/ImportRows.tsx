import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import { importRowsQuery } from './queries';
import { useRowColumns } from './useRowColumns';

/** Every row with its verdict; the verdict in the address filters them. */
export function ImportRows({ id }: { id: string }) {
  const { t } = useTranslation();
  const { verdict } = useSearch({ from: '/inside/import/$id' });
  const columns = useRowColumns();
  const list = useInfiniteQuery(importRowsQuery(id, verdict));
  const rows = list.data?.pages.flatMap((page) => page.items);
  const title = verdict ? `${t('import.rows')}: ${t(`verdict.${verdict}`)}` : t('import.rows');

  if (list.isError && !rows) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <Panel title={title} flush>
      {rows?.length === 0 && !list.hasNextPage ? (
        <EmptyState title={t('import.no_rows')} />
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={({ row }) => row}
          stale={list.isPlaceholderData}
          more={
            list.hasNextPage
              ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
              : undefined
          }
        />
      )}
    </Panel>
  );
}
