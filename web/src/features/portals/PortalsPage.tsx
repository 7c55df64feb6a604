import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { portalsQuery } from '@/choices/portals';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { usePortalColumns } from './usePortalColumns';

/** Where customers start (POR-1). */
export function PortalsPage() {
  const { t } = useTranslation();
  const mayManage = useMay('manage_portals');
  const list = useQuery(portalsQuery);
  const columns = usePortalColumns();
  const add = mayManage && (
    <ButtonLink to="/portals/new" leftSection={<Icon name="plus" size={16} />}>
      {t('portals.new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('shell.portals')} subtitle={t('portals.intro')} actions={add} />
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {!list.isError && (
        <Panel flush busy={list.isPending}>
          {list.data?.length === 0 ? (
            <EmptyState title={t('portals.empty_title')} action={add}>
              {t(mayManage ? 'portals.empty_detail' : 'portals.empty_asks')}
            </EmptyState>
          ) : (
            <DataTable
              caption={t('shell.portals')}
              columns={columns}
              rows={list.data}
              rowKey={({ id }) => id}
            />
          )}
        </Panel>
      )}
    </>
  );
}
