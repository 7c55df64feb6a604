import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/ui/useFormat';
import { servicesQuery } from '../queries';
import type { Field, FormValues } from './values';

/** A field's value in words. */
export function useValueText() {
  const { t } = useTranslation();
  const format = useFormat();
  const services = useQuery(servicesQuery);
  const serviceName = (id: string) => services.data?.find((service) => service.id === id)?.name ?? id;
  return (field: Field, values: FormValues): string => {
    switch (field) {
      case 'portal_access':
        return t(`customers.portal_access.${values.portal_access}`);
      case 'email_format':
        return t(`customer.format_${values.email_format}`);
      case 'feedback_mails':
        return t(values.feedback_mails ? 'common.yes' : 'common.no');
      case 'locale':
        return values.locale ? format.language(values.locale) : '–';
      case 'services':
        return format.list(values.services.map(({ service_id }) => serviceName(service_id))) || '–';
      case 'email_aliases':
        return format.list(values.email_aliases) || '–';
      default:
        return String(values[field] || '–');
    }
  };
}
