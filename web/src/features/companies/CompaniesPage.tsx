import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Company } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import { CompanyDialog } from './CompanyDialog';
import { DeleteCompany } from './DeleteCompany';
import { companyPagesQuery } from './queries';
import { useCompanyColumns } from './useCompanyColumns';

type Open = { what: 'new' } | { what: 'rename' | 'delete'; company: Company };

export function CompaniesPage() {
  const { t } = useTranslation();
  const { text } = useSearch({ from: '/inside/companies' });
  const navigate = useNavigate({ from: '/companies' });
  const mayChange = useMay('manage_companies');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const list = useInfiniteQuery(companyPagesQuery(text));
  const columns = useCompanyColumns({
    onRename: (company) => setOpen({ what: 'rename', company }),
    onDelete: (company) => setOpen({ what: 'delete', company }),
  });
  const add = mayChange && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen({ what: 'new' })}>
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
      {open?.what === 'new' && <CompanyDialog onClose={close} />}
      {open?.what === 'rename' && <CompanyDialog company={open.company} onClose={close} />}
      {open?.what === 'delete' && <DeleteCompany company={open.company} onClose={close} />}
    </>
  );
}
