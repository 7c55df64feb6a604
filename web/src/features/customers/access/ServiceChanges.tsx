import { NativeSelect, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ui/ErrorNotice';
import classes from '../form/AccessFields.module.css';
import { servicesQuery } from '../queries';
import type { Change, ServiceChange } from './change';

type Props = {
  changes: Change['services'];
  onChange: (id: string, to: ServiceChange | undefined) => void;
};

const CHANGES: ServiceChange[] = ['portal_access', 'no_portal_access', 'take'];

export function ServiceChanges({ changes, onChange }: Props) {
  const { t } = useTranslation();
  const services = useQuery(servicesQuery);
  if (services.isError) return <ErrorNotice error={services.error} onRetry={() => void services.refetch()} />;
  if (!services.data) return <Skeleton h={120} />;
  if (services.data.length === 0) return null;
  return (
    <div>
      <Text fw={500}>{t('customer.services')}</Text>
      <ul className={classes.services}>
        {services.data.map(({ id, name, status }) => (
          <li key={id} className={classes.service}>
            <div className={classes.name}>{name}</div>
            <NativeSelect
              aria-label={t('customer.access_to', { service: name })}
              value={changes[id] ?? ''}
              onChange={({ currentTarget }) =>
                onChange(
                  id,
                  CHANGES.find((to) => to === currentTarget.value),
                )
              }
              data={[
                { value: '', label: t('access_change.leave') },
                // What is no longer offered can only be taken.
                ...CHANGES.filter((to) => to === 'take' || status === 'active').map((value) => ({
                  value,
                  label: t(`access_change.service_${value}`),
                })),
              ]}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
