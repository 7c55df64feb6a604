import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { PortalSelect } from '@/choices/PortalSelect';
import { portalsQuery } from '@/choices/portals';
import { EmptyState } from '@/ui/EmptyState';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { QueryList } from './QueryList';

/** What customers ask for at the portals that one serves (QRY-1). */
export function QueriesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/queries' });
  const { portal_id } = useSearch({ from: '/inside/queries' });
  const mayManage = useMay('manage_portals');
  const { data: portals } = useQuery(portalsQuery);
  return (
    <>
      <PageHeader title={t('shell.queries')} subtitle={t('queries.intro')} />
      {portals?.length === 0 ? (
        <Panel flush>
          <EmptyState
            title={t('queries.empty_title')}
            action={mayManage && <ButtonLink to="/portals/new">{t('portals.new')}</ButtonLink>}
          >
            {t('queries.no_portal')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <search>
            <PortalSelect
              aria-label={t('queries.portal')}
              none={t('queries.any_portal')}
              maw={320}
              value={portal_id}
              onChange={(id) =>
                void navigate({ search: { portal_id: id ?? undefined }, replace: true, resetScroll: false })
              }
            />
          </search>
          <QueryList filter={portal_id} />
        </>
      )}
    </>
  );
}
