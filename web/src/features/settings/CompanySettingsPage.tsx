import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '@/choices/companies';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { CompanySettings } from './CompanySettings';

/** The settings of one company. */
export function CompanySettingsPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/companies/$id/settings' });
  const company = useQuery(companyQuery(id));
  return (
    <>
      <PageHeader
        title={
          company.data ? t('settings.company_title', { company: company.data.name }) : t('settings.title')
        }
        subtitle={t('settings.company_intro')}
        before={
          <BackLink to="/companies/$id" params={{ id }}>
            {company.data?.name ?? t('customers.company')}
          </BackLink>
        }
      />
      <CompanySettings id={id} />
    </>
  );
}
