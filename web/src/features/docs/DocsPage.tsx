import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getOpenApi, OPENAPI } from '@/api/openapi';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import classes from './Docs.module.css';
import { OperationEntry } from './OperationEntry';
import { operationsByTag } from './operations';

/** An area may be called by several words; an id is one. */
const idOf = (tag: string) => `area-${tag.replaceAll(' ', '-')}`;

/** The reference from the document that the server itself serves, so that it is never older than the program. */
export function DocsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const query = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => getOpenApi(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const document = query.data;
  const groups = document ? operationsByTag(document, search) : [];
  useEffect(() => {
    if (document && location.hash) window.document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [document]);
  return (
    <>
      <PageHeader
        title={t('docs.title')}
        subtitle={t('docs.intro')}
        actions={
          <Anchor href={OPENAPI} target="_blank" size="sm">
            {t('docs.document')}
            {document && ` ${document.info.version}`}
          </Anchor>
        }
      />
      <search>
        <SearchField label={t('docs.search')} value={search} onSearch={setSearch} />
      </search>
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton h={480} />}
      {document && (
        <div className={classes.columns}>
          <nav className={classes.areas} aria-label={t('docs.areas')}>
            {groups.map(([tag]) => (
              <a key={tag} href={`#${idOf(tag)}`}>
                {tag}
              </a>
            ))}
          </nav>
          <div>
            {groups.length === 0 && <EmptyState title={t('docs.no_match')} />}
            {groups.map(([tag, operations]) => (
              <section key={tag} aria-labelledby={idOf(tag)} className={classes.area}>
                <h2 id={idOf(tag)}>{tag}</h2>
                {operations.map((listed) => (
                  <OperationEntry key={listed.operation.operationId} document={document} listed={listed} />
                ))}
              </section>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
