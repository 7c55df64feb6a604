import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActiveSignIn } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ListPanel } from '@/ui/ListPanel';
import { useFormat } from '@/ui/useFormat';
import { readDevice } from './device';
import { signInsQuery, useEndSignIns } from './queries';

/** Every browser that one is signed in with; each but this one can be ended, or all of them at once. */
export function SignIns() {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useInfiniteQuery(signInsQuery);
  const ending = useEndSignIns();
  const others = list.data?.pages.flatMap(({ items }) => items).filter(({ current }) => !current) ?? [];
  const deviceOf = ({ device }: ActiveSignIn) => {
    const { browser, system } = readDevice(device);
    return browser && system ? t('profile.device_on', { browser, system }) : (browser ?? device);
  };
  const columns: Column<ActiveSignIn>[] = [
    {
      key: 'device',
      header: t('profile.device'),
      cell: (one) => (
        <span title={one.device}>
          {deviceOf(one)}
          {one.current && <Text span c="dimmed">{` · ${t('profile.this_browser')}`}</Text>}
        </span>
      ),
    },
    {
      key: 'since',
      header: t('profile.since'),
      width: '190px',
      cell: ({ created_at }) => format.time(created_at),
    },
    {
      key: 'used',
      header: t('profile.last_used'),
      width: '190px',
      cell: ({ last_used_at }) => format.time(last_used_at),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      width: '130px',
      align: 'end',
      cell: (one) =>
        one.current ? undefined : (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('profile.end_this', { device: deviceOf(one) })}
            loading={ending.isPending && ending.variables.includes(one.id)}
            onClick={() => ending.mutate([one.id])}
          >
            {t('profile.end')}
          </Button>
        ),
    },
  ];
  return (
    <>
      {ending.isError && <ErrorNotice error={ending.error} />}
      <ListPanel
        caption={t('profile.sign_ins')}
        title={t('profile.sign_ins')}
        actions={
          others.length > 1 && (
            <Button
              variant="default"
              size="xs"
              loading={ending.isPending && ending.variables.length > 1}
              onClick={() => ending.mutate(others.map(({ id }) => id))}
            >
              {t('profile.end_others')}
            </Button>
          )
        }
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={null}
      />
    </>
  );
}
