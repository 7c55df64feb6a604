import { Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { DataTable } from '@/ui/DataTable';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { CustomerFilters } from './CustomerFilters';
import { NoCustomers } from './NoCustomers';
import { customersQuery } from './queries';
import { useCustomerColumns } from './useCustomerColumns';
import { useCustomerSearch } from './useCustomerSearch';

export function CustomersPage() {
  const { t } = useTranslation();
  const mayManage = useMay('manage_customers');
  const { search } = useCustomerSearch();
  const columns = useCustomerColumns();
  const list = useInfiniteQuery(customersQuery(search));
  const rows = list.data?.pages.flatMap((page) => page.items);
  const count = rows?.length ?? 0;
  return (
    <>
      <PageHeader
        title={t('customers.title')}
        actions={
          mayManage && (
            <Group gap="xs">
              <ButtonLink to="/import" variant="default">
                {t('customers.import')}
              </ButtonLink>
              <ButtonLink to="/customers/new" leftSection={<Icon name="plus" size={16} />}>
                {t('customers.new')}
              </ButtonLink>
            </Group>
          )
        }
      />
      <CustomerFilters />
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {(rows || !list.isError) && (
        <Panel flush busy={list.isPending}>
          {rows?.length === 0 && !list.hasNextPage ? (
            <NoCustomers />
          ) : (
            <DataTable
              caption={t('customers.title')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              stale={list.isPlaceholderData}
              more={
                list.hasNextPage
                  ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                  : undefined
              }
            />
          )}
        </Panel>
      )}
      <Text size="sm" c="dimmed" aria-live="polite" mih={20}>
        {count > 0 &&
          (list.hasNextPage ? t('customers.shown_more', { count }) : t('customers.shown', { count }))}
      </Text>
    </>
  );
}
