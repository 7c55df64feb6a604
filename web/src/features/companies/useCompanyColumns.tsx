import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listServices } from '@/api/customers';
import { useMay } from '@/api/permissions';
import type { Company } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { AnchorLink } from '@/ui/links';
import { RowActions } from '@/ui/RowActions';
import { useFormat } from '@/ui/useFormat';

type Props = { onRename: (company: Company) => void; onDelete: (company: Company) => void };

export function useCompanyColumns({ onRename, onDelete }: Props): Column<Company>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const mayChange = useMay('manage_companies');
  const services = useQuery({ queryKey: ['services'], queryFn: ({ signal }) => listServices(signal) });
  const active = services.data?.items.filter(({ status }) => status === 'active') ?? [];
  const columns: Column<Company>[] = [
    {
      key: 'name',
      header: t('companies.name'),
      cell: ({ id, name }) => (
        <AnchorLink to="/customers" search={{ company_id: id }} fw={550} title={t('companies.see_customers')}>
          {name}
        </AnchorLink>
      ),
    },
    {
      key: 'services',
      header: t('companies.services'),
      width: '42%',
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
  if (!mayChange) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: t('common.actions'),
      width: '100px',
      align: 'end',
      cell: (company) => (
        <RowActions
          actions={[
            {
              icon: 'edit',
              label: t('companies.rename_title', { name: company.name }),
              onClick: () => onRename(company),
            },
            {
              icon: 'trash',
              label: format.pair(t('companies.delete'), company.name),
              onClick: () => onDelete(company),
            },
          ]}
        />
      ),
    },
  ];
}
