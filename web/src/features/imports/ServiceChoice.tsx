import { Checkbox, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listServices } from '@/api/customers';
import { ErrorNotice } from '@/ui/ErrorNotice';
import classes from './ConfirmPanel.module.css';

type Props = { chosen: string[]; onChoose: (ids: string[]) => void };

export function ServiceChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const services = useQuery({ queryKey: ['services'], queryFn: ({ signal }) => listServices(signal) });
  const active = services.data?.items.filter(({ status }) => status === 'active');
  if (services.isError) return <ErrorNotice error={services.error} onRetry={() => void services.refetch()} />;
  return (
    <Checkbox.Group
      label={t('import.services')}
      description={active?.length === 0 ? t('import.services_none') : t('import.services_hint')}
      value={chosen}
      onChange={onChoose}
    >
      <div className={classes.services}>
        {active?.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />) ?? (
          <Skeleton h={20} w={220} />
        )}
      </div>
    </Checkbox.Group>
  );
}
