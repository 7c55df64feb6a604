import { NativeSelect, Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatModule } from '@/api/types';
import { DayChart } from '@/ui/DayChart';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { lastDays } from './days';
import { seatUseQuery } from './queries';
import classes from './Seats.module.css';

const SPANS = [30, 90, 365];

/** The most seats in use at once, day by day. */
export function UseChart({ module }: { module: SeatModule }) {
  const { t } = useTranslation();
  const [span, setSpan] = useState(30);
  const use = useQuery({ ...seatUseQuery(module, span), placeholderData: keepPreviousData });
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.kind}>{t('seats.use')}</h3>
        <NativeSelect
          size="xs"
          aria-label={t('seats.span')}
          value={String(span)}
          onChange={({ currentTarget }) => setSpan(Number(currentTarget.value))}
          data={SPANS.map((days) => ({ value: String(days), label: t('seats.last_days', { count: days }) }))}
        />
      </div>
      {use.isError && <ErrorNotice error={use.error} onRetry={() => void use.refetch()} />}
      {use.isPending && <Skeleton h={190} />}
      {use.data?.days.length === 0 && <Text c="dimmed">{t('seats.nobody')}</Text>}
      {use.data && use.data.days.length > 0 && (
        <DayChart
          label={t('seats.use')}
          days={lastDays(use.data.days, span)}
          series={[
            { key: 'named', name: t('seats.named'), color: 'var(--dh-accent)' },
            { key: 'shared', name: t('seats.shared'), color: 'var(--dh-duplicate)' },
          ]}
        />
      )}
    </>
  );
}
