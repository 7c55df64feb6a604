import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Export } from '@/api/types';
import { companyQuery } from '@/choices/companies';
import { servicesQuery } from './queries';

/** Whom a file holds, in words. */
export function FilterText({ filter }: { filter: Export['filter'] }) {
  const { t } = useTranslation();
  const { text, company_id, service_id, portal_access, activation } = filter ?? {};
  const company = useQuery({ ...companyQuery(company_id ?? ''), enabled: Boolean(company_id) });
  const services = useQuery({ ...servicesQuery, enabled: Boolean(service_id) });
  const service = services.data?.find(({ id }) => id === service_id);
  const parts = [
    text && t('exports.with_text', { text }),
    company_id && (company.data?.name ?? t('exports.one_company')),
    service_id && (service?.name ?? t('exports.one_service')),
    portal_access && t('exports.with_access', { level: t(`customers.portal_access.${portal_access}`) }),
    activation && t('exports.with_activation', { state: t(`customers.activation_state.${activation}`) }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t('exports.everybody');
}
