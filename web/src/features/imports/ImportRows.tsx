import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { importRowsQuery } from './queries';
import { useRowColumns } from './useRowColumns';

/** Every row with its verdict; the verdict in the address filters them. */
export function ImportRows({ import: { id, mode } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { verdict, kept } = useSearch({ from: '/inside/import/$id' });
  const columns = useRowColumns(mode);
  const list = useInfiniteQuery(importRowsQuery(id, { verdict, kept }));
  const rows = list.data?.pages.flatMap((page) => page.items);
  const filter = kept ? t('import.undo_kept') : verdict && t(`verdict.${verdict}`);
  const title = filter ? format.pair(t('import.rows'), filter) : t('import.rows');

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
