import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Service } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { lazyPart } from '@/ui/lazyPart';
import { PageHeader } from '@/ui/PageHeader';
import { SearchField } from '@/ui/SearchField';
import { servicePagesQuery } from './queries';
import { RetireService } from './RetireService';
import classes from './ServicesPage.module.css';
import { useServiceColumns } from './useServiceColumns';

const ServiceDialog = lazyPart(() => import('./ServiceDialog').then((module) => module.ServiceDialog));

type Open = { what: 'new' } | { what: 'edit' | 'retire'; service: Service };

export function ServicesPage() {
  const { t } = useTranslation();
  const { text, status } = useSearch({ from: '/inside/services' });
  const navigate = useNavigate({ from: '/services' });
  const mayChange = useMay('manage_services');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const list = useInfiniteQuery(servicePagesQuery);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  // There are few, and the server has no search for them: they are all loaded and looked through here.
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const columns = useServiceColumns({
    onEdit: (service) => setOpen({ what: 'edit', service }),
    onRetire: (service) => setOpen({ what: 'retire', service }),
  });
  const wanted = text?.toLocaleLowerCase() ?? '';
  const rows = list.data?.pages
    .flatMap(({ items }) => items)
    .filter(
      (service) =>
        (!status || service.status === status) &&
        `${service.name} ${service.description}`.toLocaleLowerCase().includes(wanted),
    );
  const change = (part: { text?: string; status?: typeof status }) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const add = mayChange && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen({ what: 'new' })}>
      {t('services.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('services.title')} subtitle={t('services.intro')} actions={add} />
      <search className={classes.filters}>
        <SearchField
          label={t('services.search')}
          value={text ?? ''}
          onSearch={(typed) => change({ text: typed.trim() || undefined })}
        />
        <NativeSelect
          aria-label={t('services.status')}
          value={status ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ status: value === 'active' || value === 'retired' ? value : undefined })
          }
          data={[
            { value: '', label: t('services.status_all') },
            { value: 'active', label: t('services.status_active') },
            { value: 'retired', label: t('services.status_retired') },
          ]}
        />
      </search>
      <ListPanel
        caption={t('services.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        rows={rows}
        empty={
          text || status ? (
            <EmptyState title={t('services.no_match_title')} />
          ) : (
            <EmptyState title={t('services.empty_title')} action={add}>
              {mayChange && t('services.empty_detail')}
            </EmptyState>
          )
        }
      />
      {open?.what === 'new' && <ServiceDialog onClose={close} />}
      {open?.what === 'edit' && <ServiceDialog service={open.service} onClose={close} />}
      {open?.what === 'retire' && <RetireService service={open.service} onClose={close} />}
    </>
  );
}
