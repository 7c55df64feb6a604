import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { lazyPart } from '@/ui/lazyPart';
import { PageHeader } from '@/ui/PageHeader';
import type { Open } from './ContactDialogs';
import { ContactFilters } from './ContactFilters';
import { contactPagesQuery } from './queries';
import { useContactColumns } from './useContactColumns';

const ContactDialogs = lazyPart(() => import('./ContactDialogs').then((module) => module.ContactDialogs));

export function ContactsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/contacts' });
  const { adding } = useLocation().state;
  const mayChange = useMay('manage_contacts');
  const create: Open = { what: 'new', company: search.company_id };
  const [open, setOpen] = useState<Open | undefined>(adding ? create : undefined);
  const list = useInfiniteQuery(contactPagesQuery(search));
  const columns = useContactColumns(setOpen);
  const add = mayChange && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen(create)}>
      {t('contacts.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('contacts.title')} subtitle={t('contacts.intro')} actions={add} />
      <ContactFilters search={search} />
      <ListPanel
        caption={t('contacts.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyState title={t('contacts.no_match_title')}>{t('contacts.no_match_detail')}</EmptyState>}
      />
      <ContactDialogs open={open} onOpen={setOpen} onClose={() => setOpen(undefined)} />
    </>
  );
}
