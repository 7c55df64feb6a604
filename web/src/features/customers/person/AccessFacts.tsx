import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import classes from '../form/AccessFields.module.css';
import { ServiceRow } from '../form/ServiceRow';
import { offered } from '../form/services';
import { valuesOf } from '../form/values';
import { servicesQuery } from '../queries';

/** The same as the form, for those who may look only. */
export function AccessFacts({ person }: { person: Person }) {
  const { t } = useTranslation();
  const services = useQuery(servicesQuery);
  const level = person.portal_access ?? 'none';
  const theirs = offered(services.data ?? [], valuesOf(person)).filter(
    ({ given, inherited }) => given || inherited,
  );
  return (
    <Panel title={t('customer.part_access')}>
      <Text fw={600}>{t(`customers.portal_access.${level}`)}</Text>
      <Text c="dimmed">{t(`customer.access_hint.${level}`)}</Text>
      <Text className={classes.heading}>{t('customer.services')}</Text>
      {services.isError && <ErrorNotice error={services.error} onRetry={() => void services.refetch()} />}
      {services.isPending && <Skeleton h={120} mt={6} />}
      {services.data && theirs.length === 0 && <Text c="dimmed">{t('customer.services_not_given')}</Text>}
      {theirs.length > 0 && (
        <ul className={classes.services}>
          {theirs.map((offer) => (
            <ServiceRow key={offer.service.id} offer={offer} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
