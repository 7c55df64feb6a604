import { Radio, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PortalAccess } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { servicesQuery } from '../queries';
import { PORTAL_ACCESS } from '../search';
import classes from './AccessFields.module.css';
import { ServiceRow } from './ServiceRow';
import { offered, withService } from './services';
import type { CustomerFormState } from './useCustomerForm';

type Props = { form: Pick<CustomerFormState['form'], 'values' | 'errors' | 'set'> };

/** What somebody may do in the portal, at large and for each service; what comes from the company is marked. */
export function AccessFields({ form }: Props) {
  const { t } = useTranslation();
  const services = useQuery(servicesQuery);
  const { values, errors } = form;
  return (
    <div>
      <Radio.Group
        label={t('customer.portal_access')}
        value={values.portal_access}
        onChange={(level) => form.set('portal_access', level as PortalAccess)}
        error={errors.portal_access}
      >
        <div className={classes.levels}>
          {PORTAL_ACCESS.map((level) => (
            <Radio
              key={level}
              value={level}
              label={t(`customers.portal_access.${level}`)}
              description={t(`customer.access_hint.${level}`)}
              aria-invalid={Boolean(errors.portal_access) || undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <Text className={classes.heading}>{t('customer.services')}</Text>
      {errors.services && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors.services}
        </Text>
      )}
      {services.isError && <ErrorNotice error={services.error} onRetry={() => void services.refetch()} />}
      {services.isPending && <Skeleton h={160} mt={6} />}
      {services.data?.length === 0 && <Text c="dimmed">{t('customer.services_none')}</Text>}
      {services.data && services.data.length > 0 && (
        <ul className={classes.services}>
          {offered(services.data, values).map((offer) => (
            <ServiceRow
              key={offer.service.id}
              offer={offer}
              onChange={(access) =>
                form.set('services', withService(values.services, offer.service.id, access))
              }
            />
          ))}
        </ul>
      )}
    </div>
  );
}
