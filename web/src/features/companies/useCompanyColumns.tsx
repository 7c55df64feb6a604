import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listServices } from '@/api/customers';
import type { Company } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { AnchorLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';

export function useCompanyColumns(): Column<Company>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const services = useQuery({ queryKey: ['services'], queryFn: ({ signal }) => listServices(signal) });
  const active = services.data?.items.filter(({ status }) => status === 'active') ?? [];
  return [
    {
      key: 'name',
      header: t('companies.name'),
      cell: ({ id, name, merge }) => (
        <>
          <AnchorLink to="/companies/$id" params={{ id }} fw={550}>
            {name}
          </AnchorLink>
          {merge && (
            <div>
              <StatusDot tone="busy">{t('merge.going_on')}</StatusDot>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'services',
      header: t('companies.services'),
      width: '48%',
      cell: ({ id }) =>
        active
          .filter(({ company_ids }) => company_ids.length === 0 || company_ids.includes(id))
          .map(({ name }) => name)
          .join(', '),
    },
    {
      key: 'created',
      header: t('companies.created'),
      width: '130px',
      cell: ({ created_at }) => format.date(created_at),
    },
  ];
}
