import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/api/types';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { NewKey } from './NewKey';
import { apiKeysQuery } from './queries';
import { RevokeKey } from './RevokeKey';
import { useKeyColumns } from './useKeyColumns';

export function ApiKeysPage() {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey>();
  const list = useInfiniteQuery(apiKeysQuery);
  const columns = useKeyColumns(setRevoking);
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setCreating(true)}>
      {t('api_keys.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('api_keys.title')} subtitle={t('api_keys.intro')} actions={add} />
      <ListPanel
        caption={t('api_keys.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={
          <EmptyState title={t('api_keys.empty_title')} action={add}>
            {t('api_keys.empty_detail')}
          </EmptyState>
        }
      />
      {creating && <NewKey onClose={() => setCreating(false)} />}
      {revoking && <RevokeKey apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  );
}
