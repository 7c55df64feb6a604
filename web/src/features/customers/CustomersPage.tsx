import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { DataTable } from '@/ui/DataTable';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { lazyPart } from '@/ui/lazyPart';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { ChosenCustomers } from './list/ChosenCustomers';
import { ColumnChoice, useColumnChoice } from './list/ColumnChoice';
import { CustomerFilters } from './list/CustomerFilters';
import { ListActions } from './list/ListActions';
import { NoCustomers } from './list/NoCustomers';
import { useCustomerColumns } from './list/useCustomerColumns';
import { useCustomerSearch } from './list/useCustomerSearch';
import { useSelection } from './list/useSelection';
import { customersQuery } from './queries';
import { filterOf, isFiltered } from './search';

const AccessChangeDialog = lazyPart(() =>
  import('./access/AccessChangeDialog').then((module) => module.AccessChangeDialog),
);

export function CustomersPage() {
  const { t } = useTranslation();
  const mayManage = useMay('manage_customers');
  const { search } = useCustomerSearch();
  const columns = useColumnChoice(useCustomerColumns());
  const list = useInfiniteQuery(customersQuery(search));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data]);
  const { selection, picking, isEmpty, selectMatching, clear } = useSelection(rows, filterOf(search));
  const [changing, setChanging] = useState(false);
  const count = rows?.length ?? 0;
  return (
    <>
      <PageHeader title={t('customers.title')} actions={mayManage && <ListActions />} />
      <CustomerFilters />
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed" aria-live="polite" mih={20}>
          {count > 0 &&
            (list.hasNextPage ? t('customers.shown_more', { count }) : t('customers.shown', { count }))}
        </Text>
        <ColumnChoice choice={columns} />
      </Group>
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {(rows || !list.isError) && (
        <Panel flush busy={list.isPending}>
          {rows?.length === 0 && !list.hasNextPage ? (
            <NoCustomers />
          ) : (
            <DataTable
              caption={t('customers.title')}
              columns={columns.shown}
              rows={rows}
              rowKey={({ id }) => id}
              stale={list.isPlaceholderData}
              picking={mayManage ? picking : undefined}
              more={
                list.hasNextPage
                  ? {
                      onMore: () => void list.fetchNextPage(),
                      loading: list.isFetchingNextPage,
                      auto: !list.isFetchNextPageError && !list.isPlaceholderData,
                    }
                  : undefined
              }
            />
          )}
        </Panel>
      )}
      {!isEmpty && (
        <ChosenCustomers
          selection={selection}
          filtered={isFiltered(search)}
          onAll={selectMatching}
          onClear={clear}
          onChange={() => setChanging(true)}
        />
      )}
      {changing && <AccessChangeDialog selection={selection} onClose={() => setChanging(false)} />}
    </>
  );
}
