import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { saveAudit } from '@/api/audit';
import { EmptyState } from '@/ui/EmptyState';
import { ListPanel } from '@/ui/ListPanel';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { SaveButton } from '@/ui/SaveButton';
import { AuditFilters } from './AuditFilters';
import { auditQuery } from './queries';
import { filterOf, isFiltered } from './search';
import { useAuditColumns } from './useAuditColumns';
import { nameOf } from './words';

export function AuditPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/audit' });
  const list = useInfiniteQuery(auditQuery(search));
  const columns = useAuditColumns();
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const by = entries.find(({ actor }) => actor.id === search.who)?.actor.name;
  return (
    <>
      <PageHeader
        title={t('audit.title')}
        subtitle={t('audit.intro')}
        actions={<SaveButton label={t('audit.download')} save={() => saveAudit(filterOf(search))} />}
      />
      <AuditFilters
        nameOfWho={by ?? undefined}
        nameOfSubject={entries
          .filter(({ subject }) => subject === search.subject)
          .map(nameOf)
          .find(Boolean)}
      />
      <ListPanel
        caption={t('audit.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={
          <EmptyState
            title={t('audit.empty_title')}
            action={
              isFiltered(search) && (
                <ButtonLink variant="default" to="/audit" search={{}}>
                  {t('common.clear_filters')}
                </ButtonLink>
              )
            }
          >
            {t('audit.empty_detail')}
          </EmptyState>
        }
      />
    </>
  );
}
