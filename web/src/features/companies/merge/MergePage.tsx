import { List, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isOver } from '@/api/jobs';
import type { CompanyMerge } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink, ButtonLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/PageHeader';
import { ProgressPanel } from '@/ui/ProgressPanel';
import { useFormat } from '@/ui/useFormat';
import { mergeQuery } from '../queries';
import { useBelongings } from './useBelongings';

/** How far a merge is, and what has come of it. */
export function MergePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const { id } = useParams({ from: '/inside/companies/merges/$id' });
  const query = useQuery(mergeQuery(id));
  const merge = query.data;
  const over = merge && isOver(merge.state);
  useEffect(() => {
    if (!over) return;
    for (const key of ['companies', 'customers', 'devices', 'users', 'contacts', 'services'])
      void queries.invalidateQueries({ queryKey: [key] });
  }, [over, queries]);
  return (
    <>
      <PageHeader
        title={t('merge.page_title')}
        before={<BackLink to="/companies">{t('companies.title')}</BackLink>}
        subtitle={merge && t('merge.since', { at: format.time(merge.created_at) })}
      />
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton h={180} />}
      {merge && !over && (
        <ProgressPanel
          label={t('merge.becomes', { from: merge.from.name, into: merge.into.name })}
          progress={merge.progress}
          detail={t('merge.running_detail', { from: merge.from.name })}
        />
      )}
      {merge && over && <Outcome merge={merge} />}
    </>
  );
}

function Outcome({ merge: { from, into, moved } }: { merge: CompanyMerge }) {
  const { t } = useTranslation();
  const lines = useBelongings()(moved);
  return (
    <Notice
      tone="good"
      title={t('merge.done', { from: from.name, into: into.name })}
      actions={
        <ButtonLink to="/companies/$id" params={{ id: into.id }}>
          {t('merge.to_company', { name: into.name })}
        </ButtonLink>
      }
    >
      <List size="sm" spacing={2}>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
