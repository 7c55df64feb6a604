import { useTranslation } from 'react-i18next';
import type { Company, Service } from '@/api/types';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { StatusDot } from '@/ui/StatusDot';

type Props = {
  company: Company;
  /** Those that are open to it; undefined while they load. */
  services: Service[] | undefined;
  error: unknown;
};

/** What its people may be helped with. */
export function ServicesTab({ company, services, error }: Props) {
  const { t } = useTranslation();
  const columns: Column<Service>[] = [
    { key: 'name', header: t('services.name'), cell: ({ name }) => name },
    { key: 'what', header: t('services.description'), width: '40%', cell: ({ description }) => description },
    {
      key: 'open',
      header: t('services.open_to'),
      width: '20%',
      cell: ({ company_ids: ids }) =>
        ids.length === 0 ? t('services.everybody') : t('services.some_count', { count: ids.length }),
    },
    {
      key: 'status',
      header: t('services.status'),
      width: '130px',
      cell: ({ status }) => (
        <StatusDot tone={status === 'active' ? 'good' : 'calm'}>{t(`services.status_${status}`)}</StatusDot>
      ),
    },
  ];
  if (error) return <ErrorNotice error={error} />;
  return (
    <Panel
      title={t('company.services_title')}
      actions={
        <AnchorLink to="/services" size="sm">
          {t('company.all_services')}
        </AnchorLink>
      }
      flush
      busy={!services}
    >
      {services?.length === 0 ? (
        <EmptyState
          title={t('company.no_services', { name: company.name })}
          action={
            <ButtonLink to="/services" variant="default">
              {t('company.all_services')}
            </ButtonLink>
          }
        >
          {t('company.no_services_detail')}
        </EmptyState>
      ) : (
        <DataTable caption={t('shell.services')} columns={columns} rows={services} rowKey={({ id }) => id} />
      )}
    </Panel>
  );
}
