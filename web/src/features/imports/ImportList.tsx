import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { Stamp } from '@/parts/Stamp';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { OutcomeBar } from './OutcomeBar';
import { importsQuery } from './queries';
import { StateBadge } from './StateBadge';
import { useImporter } from './useImporter';
import { isMoving } from './verdicts';

const SLOWLY = 5000;

export function ImportList() {
  const { t } = useTranslation();
  const columns = useColumns();
  const list = useInfiniteQuery({
    ...importsQuery,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isMoving) ? SLOWLY : false),
  });
  const rows = list.data?.pages.flatMap((page) => page.items);

  if (list.isError && !rows) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <Panel title={t('imports.earlier')} flush busy={list.isPending}>
      {rows?.length === 0 ? (
        <EmptyState title={t('imports.none_title')}>{t('imports.none_detail')}</EmptyState>
      ) : (
        <DataTable
          caption={t('imports.earlier')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
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

function useColumns(): Column<Import>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const importer = useImporter();
  return [
    {
      key: 'file',
      header: t('imports.file'),
      cell: ({ id, file_name }) => (
        <AnchorLink to="/import/$id" params={{ id }} fw={550}>
          {file_name}
        </AnchorLink>
      ),
    },
    {
      key: 'state',
      header: t('imports.state_label'),
      width: '20%',
      cell: (found) => <StateBadge import={found} />,
    },
    {
      key: 'rows',
      header: t('imports.rows'),
      width: '10%',
      align: 'end',
      cell: ({ counts }) => format.number(counts.rows),
    },
    {
      key: 'outcome',
      header: t('imports.outcome'),
      width: '22%',
      cell: ({ counts }) => counts.rows > 0 && <OutcomeBar counts={counts} />,
    },
    {
      key: 'started',
      header: t('imports.started'),
      width: '19%',
      cell: (found) => <Stamp at={found.created_at} by={importer(found)} />,
    },
  ];
}
