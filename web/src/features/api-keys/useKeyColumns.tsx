import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/api/types';
import { useWho } from '@/parts/useWho';
import type { Column } from '@/ui/DataTable';
import { RowActions } from '@/ui/RowActions';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import { readScopes } from './scopes';

export function useKeyColumns(onRevoke: (key: ApiKey) => void): Column<ApiKey>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const who = useWho();
  return [
    {
      key: 'name',
      header: t('api_keys.name'),
      cell: ({ name, owner }) => (
        <>
          <b>{name}</b>
          <Text size="sm" c="dimmed" fw={400}>
            {who(owner)}
          </Text>
        </>
      ),
    },
    {
      key: 'begins',
      header: t('api_keys.begins'),
      width: '140px',
      cell: ({ prefix }) => <Code>{`${prefix}…`}</Code>,
    },
    {
      key: 'may',
      header: t('api_keys.may'),
      width: '27%',
      cell: ({ scopes }) =>
        readScopes(scopes).map(([area, level]) => (
          <div key={area}>{format.pair(t(`api_keys.area.${area}`), t(`api_keys.level_${level}`))}</div>
        )),
    },
    {
      key: 'used',
      header: t('api_keys.used'),
      width: '180px',
      cell: ({ last_used_at }) => (last_used_at ? format.time(last_used_at) : t('api_keys.unused')),
    },
    {
      key: 'expires',
      header: t('api_keys.expires'),
      width: '126px',
      cell: ({ expires_at }) => {
        if (!expires_at) return t('api_keys.never');
        const over = new Date(expires_at) < new Date();
        return over ? <StatusDot tone="bad">{t('api_keys.expired')}</StatusDot> : format.date(expires_at);
      },
    },
    {
      key: 'actions',
      header: t('common.actions'),
      width: '100px',
      align: 'end',
      cell: (key) => (
        <RowActions
          actions={[
            {
              icon: 'trash',
              label: format.pair(t('api_keys.revoke'), key.name),
              onClick: () => onRevoke(key),
            },
          ]}
        />
      ),
    },
  ];
}
