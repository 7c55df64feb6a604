import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccessChange } from '@/api/types';
import { servicesQuery } from '../queries';

/** A mass change in words, a line for each thing that changes. */
export function useChangeText() {
  const { t } = useTranslation();
  const services = useQuery(servicesQuery);
  const name = (id: string) => services.data?.find((service) => service.id === id)?.name ?? id;
  return (change: AccessChange): string[] => [
    typeof change.chosen === 'number'
      ? t('access_change.for_some', { count: change.chosen })
      : t(change.filter ? 'access_change.for_matching' : 'access_change.for_all'),
    ...(change.portal_access
      ? [t('access_change.to_level', { level: t(`customers.portal_access.${change.portal_access}`) })]
      : []),
    ...change.set_services.map(({ service_id, access = 'portal_access' }) =>
      t(`access_change.gives_${access}`, { service: name(service_id) }),
    ),
    ...change.remove_services.map((id) => t('access_change.takes', { service: name(id) })),
    ...(change.send_mail ? [t('access_change.mails')] : []),
  ];
}
