import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ofOne } from '@/api/pages';
import { useMay } from '@/api/permissions';
import type { CompanyDetail } from '@/api/types';
import { companyQuery } from '@/choices/companies';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink, BackLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/PageHeader';
import { CompanyActions } from './CompanyActions';
import { CompanyPortal } from './CompanyPortal';
import { CompanyTabs } from './CompanyTabs';
import { useCompanyFacts } from './useCompanyFacts';

const EVERY = 3000;

/** All about one company: who works for it, what it has, and who may see that. */
export function CompanyPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/companies/$id' });
  const found = useQuery({
    ...companyQuery(id),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.merge ? EVERY : ofOne.refetchInterval({ state })),
  });
  const facts = useCompanyFacts();
  const company = found.data;
  const back = <BackLink to="/companies">{t('companies.title')}</BackLink>;
  if (found.isError || !company) {
    return (
      <>
        <PageHeader title={t('company.one')} before={back} />
        {found.isError ? (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton h={420} />
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={company.name}
        before={back}
        subtitle={
          <>
            {facts(company)}
            <CompanyPortal id={company.id} />
          </>
        }
        actions={<CompanyActions company={company} />}
      />
      <InMerge company={company} />
      <CompanyTabs company={company} />
    </>
  );
}

/** Says that it is in a merge, and leads to where one sees how far that is. */
function InMerge({ company: { merge } }: { company: CompanyDetail }) {
  const { t } = useTranslation();
  const seesMerges = useMay('manage_companies');
  if (!merge) return null;
  return (
    <Notice
      tone="calm"
      title={t(merge.into ? 'merge.goes' : 'merge.stays')}
      actions={
        seesMerges && (
          <AnchorLink to="/companies/merges/$id" params={{ id: merge.id }}>
            {t('merge.see')}
          </AnchorLink>
        )
      }
    >
      {merge.into && t('merge.goes_detail')}
    </Notice>
  );
}
