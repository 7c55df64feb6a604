import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Column, DataTable } from './DataTable';
import { ErrorNotice } from './ErrorNotice';
import { Panel } from './Panel';
import type { Picking } from './Picking';

type Props<Row> = {
  caption: string;
  title?: string;
  actions?: ReactNode;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  list: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  /** Rows to show instead of all that were loaded. */
  rows?: Row[];
  picking?: Picking<Row>;
  empty: ReactNode;
};

/** A list by cursor as a table, with its states: loading, failed, empty, more. */
export function ListPanel<Row>({
  caption,
  title,
  columns,
  rowKey,
  list,
  empty,
  actions,
  picking,
  ...own
}: Props<Row>) {
  const rows = own.rows ?? list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {(rows || !list.isError) && (
        <Panel title={title} actions={actions} flush busy={list.isPending}>
          {rows?.length === 0 && !list.hasNextPage ? (
            empty
          ) : (
            <DataTable
              caption={caption}
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              stale={list.isPlaceholderData}
              picking={picking}
              more={
                list.hasNextPage
                  ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                  : undefined
              }
            />
          )}
        </Panel>
      )}
    </>
  );
}
