import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Denial } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { AddDenial } from './AddDenial';
import { denylistQuery } from './queries';
import { RemoveDenial } from './RemoveDenial';
import { useDenialColumns } from './useDenialColumns';

export function DenylistPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Denial>();
  const list = useInfiniteQuery(denylistQuery);
  const columns = useDenialColumns(setRemoving);
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
      {t('denylist.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('denylist.title')} subtitle={t('denylist.intro')} actions={add} />
      <ListPanel
        caption={t('denylist.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={
          <EmptyState title={t('denylist.empty_title')} action={add}>
            {t('denylist.empty_detail')}
          </EmptyState>
        }
      />
      {adding && <AddDenial onClose={() => setAdding(false)} />}
      {removing && <RemoveDenial denial={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
