import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import { CompanyDialog } from './CompanyDialog';
import { companyPagesQuery } from './queries';
import { useCompanyColumns } from './useCompanyColumns';

export function CompaniesPage() {
  const { t } = useTranslation();
  const { text } = useSearch({ from: '/inside/companies' });
  const navigate = useNavigate({ from: '/companies' });
  const mayChange = useMay('manage_companies');
  const [adding, setAdding] = useState(false);
  const list = useInfiniteQuery(companyPagesQuery(text));
  const columns = useCompanyColumns();
  const add = mayChange && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
      {t('companies.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('companies.title')} subtitle={t('companies.intro')} actions={add} />
      <search>
        <SearchField
          label={t('companies.search')}
          value={text ?? ''}
          onSearch={(typed) =>
            void navigate({ search: { text: typed.trim() || undefined }, replace: true, resetScroll: false })
          }
        />
      </search>
      <ListPanel
        caption={t('companies.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={
          text ? (
            <EmptyState title={t('companies.no_match_title')}>{t('companies.no_match_detail')}</EmptyState>
          ) : (
            <EmptyState title={t('companies.empty_title')} action={add}>
              {t('companies.empty_detail')}
            </EmptyState>
          )
        }
      />
      {adding && (
        <CompanyDialog
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate({ to: '/companies/$id', params: { id } })}
        />
      )}
    </>
  );
}
