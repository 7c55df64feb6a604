import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Denial } from '@/api/types';
import { Stamp } from '@/parts/Stamp';
import { useWho } from '@/parts/useWho';
import type { Column } from '@/ui/DataTable';
import { RowActions } from '@/ui/RowActions';
import { useFormat } from '@/ui/useFormat';

export function useDenialColumns(onRemove: (denial: Denial) => void): Column<Denial>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const who = useWho();
  return [
    {
      key: 'entry',
      header: t('denylist.entry'),
      cell: ({ hint, kind }) => (
        <>
          <Text fw={550} span>
            {hint}
          </Text>
          <Text size="sm" c="dimmed" fw={400}>
            {t(`denylist.kind_${kind}`)}
          </Text>
        </>
      ),
    },
    { key: 'reason', header: t('denylist.reason'), width: '30%', cell: ({ reason }) => reason },
    {
      key: 'hits',
      header: t('denylist.hits'),
      width: '110px',
      align: 'end',
      cell: ({ hits }) => <span title={t('denylist.hits_hint')}>{format.number(hits)}</span>,
    },
    {
      key: 'added',
      header: t('denylist.added'),
      width: '150px',
      cell: ({ created_at, created_by }) => <Stamp at={created_at} by={who(created_by)} day />,
    },
    {
      key: 'expires',
      header: t('denylist.expires'),
      width: '126px',
      cell: ({ expires_at }) => (expires_at ? format.date(expires_at) : t('denylist.never')),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      width: '100px',
      align: 'end',
      cell: (denial) => (
        <RowActions
          actions={[
            {
              icon: 'trash',
              label: format.pair(t('denylist.remove'), denial.hint),
              onClick: () => onRemove(denial),
            },
          ]}
        />
      ),
    },
  ];
}
