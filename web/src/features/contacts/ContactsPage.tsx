import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { lazyPart } from '@/ui/lazyPart';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import type { Open } from './ContactDialogs';
import { contactPagesQuery } from './queries';
import { useContactColumns } from './useContactColumns';

const ContactDialogs = lazyPart(() => import('./ContactDialogs').then((module) => module.ContactDialogs));

export function ContactsPage() {
  const { t } = useTranslation();
  const { text } = useSearch({ from: '/inside/contacts' });
  const navigate = useNavigate({ from: '/contacts' });
  const mayChange = useMay('manage_contacts');
  const [open, setOpen] = useState<Open>();
  const list = useInfiniteQuery(contactPagesQuery(text));
  const columns = useContactColumns(setOpen);
  const add = mayChange && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen({ what: 'new' })}>
      {t('contacts.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('contacts.title')} subtitle={t('contacts.intro')} actions={add} />
      <search>
        <SearchField
          label={t('contacts.search')}
          value={text ?? ''}
          onSearch={(typed) =>
            void navigate({ search: { text: typed.trim() || undefined }, replace: true, resetScroll: false })
          }
        />
      </search>
      <ListPanel
        caption={t('contacts.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyState title={t('contacts.no_match_title')}>{t('contacts.no_match_detail')}</EmptyState>}
      />
      <ContactDialogs open={open} onClose={() => setOpen(undefined)} />
    </>
  );
}
