import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requestExport } from '@/api/exports';
import { isOver } from '@/api/jobs';
import { useMay } from '@/api/permissions';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { AnchorLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { exportsQuery } from './queries';
import { RunningExport } from './RunningExport';
import { useExportColumns } from './useExportColumns';

export function ExportsPage() {
  const { t } = useTranslation();
  const mayExport = useMay('manage_exports');
  const queries = useQueryClient();
  const columns = useExportColumns();
  const list = useInfiniteQuery({ ...exportsQuery, enabled: mayExport });
  const items = list.data?.pages.flatMap((page) => page.items);
  const ask = useMutation({
    mutationFn: () => requestExport({}),
    onSuccess: () => queries.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
  const exportAll = (
    <Button
      leftSection={<Icon name="export" size={16} />}
      loading={ask.isPending}
      onClick={() => ask.mutate()}
    >
      {t('exports.all')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('exports.title')}
        subtitle={
          <>
            {t('exports.intro')}{' '}
            <AnchorLink to="/customers" underline="always">
              {t('exports.to_list')}
            </AnchorLink>
          </>
        }
        actions={exportAll}
      />
      {ask.isError && <ErrorNotice error={ask.error} />}
      {items
        ?.filter(({ state }) => !isOver(state))
        .map((item) => (
          <RunningExport key={item.id} item={item} />
        ))}
      <ListPanel
        caption={t('exports.earlier')}
        title={t('exports.earlier')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        rows={items?.filter(({ state }) => isOver(state))}
        empty={<EmptyState title={t('exports.none_title')}>{t('exports.none_detail')}</EmptyState>}
      />
    </>
  );
}
