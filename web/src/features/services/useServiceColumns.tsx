import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Service } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { RowActions } from '@/ui/RowActions';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import { useOfferAgain } from './queries';
import classes from './ServicesPage.module.css';

type Props = { onEdit: (service: Service) => void; onRetire: (service: Service) => void };

export function useServiceColumns({ onEdit, onRetire }: Props): Column<Service>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const mayChange = useMay('manage_services');
  const offer = useOfferAgain();
  const columns: Column<Service>[] = [
    {
      key: 'name',
      header: t('services.name'),
      cell: ({ name, description }) => (
        <>
          <div className={classes.name}>{name}</div>
          {description && <div className={classes.description}>{description}</div>}
        </>
      ),
    },
    {
      key: 'open',
      header: t('services.open_to'),
      width: '190px',
      cell: ({ company_ids }) =>
        company_ids.length === 0
          ? t('services.everybody')
          : t('services.some_count', { count: company_ids.length }),
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
  if (!mayChange) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: t('common.actions'),
      width: '150px',
      align: 'end',
      cell: (service) =>
        service.status === 'retired' ? (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={offer.isPending && offer.variables === service.id}
            onClick={() => offer.mutate(service.id)}
          >
            {t('services.offer')}
          </Button>
        ) : (
          <RowActions
            actions={[
              {
                icon: 'edit',
                label: t('services.edit_title', { name: service.name }),
                onClick: () => onEdit(service),
              },
              {
                icon: 'deny',
                label: format.pair(t('services.retire'), service.name),
                onClick: () => onRetire(service),
              },
            ]}
          />
        ),
    },
  ];
}
