import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFigures, PortalAccess } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import { ShareBar } from '@/ui/ShareBar';
import { TrendChart } from '@/ui/TrendChart';
import { useFormat } from '@/ui/useFormat';
import classes from './CustomersOverTime.module.css';
import { FiguresTable } from './FiguresTable';
import { figuresQuery } from './queries';
import { sum } from './weeks';

const SPANS = [30, 90, 365];
const ACCESS: Record<PortalAccess, string> = {
  company_admin: 'var(--dh-denylisted)',
  company: 'var(--dh-update)',
  standard: 'var(--dh-create)',
  none: 'var(--dh-exists)',
};

/** How many customers there are, how that came about, and who of them may sign in to the portal. */
export function CustomersOverTime() {
  const { t } = useTranslation();
  const [days, setDays] = useState(90);
  const figures = useQuery(figuresQuery(days));
  // Who sees some companies only is told of those, and not how it came about.
  if (figures.data && !figures.data.by_access) return null;
  return (
    <Panel
      title={t('home.customers')}
      busy={figures.isFetching}
      actions={
        <SegmentedControl
          size="xs"
          classNames={{ root: classes.spans, innerLabel: classes.span }}
          aria-label={t('home.span')}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          data={SPANS.map((count) => ({ value: String(count), label: t('home.days', { count }) }))}
        />
      }
    >
      {figures.isError && <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.isPending && <Skeleton h={320} />}
      {figures.data?.by_access && <Told {...figures.data} by_access={figures.data.by_access} />}
    </Panel>
  );
}

type ToldProps = Pick<CustomerFigures, 'total' | 'days'> & {
  by_access: NonNullable<CustomerFigures['by_access']>;
};

function Told({ total, days, by_access }: ToldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [added, removed] = [sum(days, 'added'), sum(days, 'removed')];
  const changes = (came: number, went: number) =>
    format.list([t('home.added', { count: came }), t('home.removed', { count: went })]);
  const points = days.map((day) => ({
    key: day.date,
    value: Math.max(0, day.total),
    hint: `${format.day(day.date)}: ${format.number(day.total)} (${changes(day.added, day.removed)})`,
  }));
  return (
    <div className={classes.told}>
      <p className={classes.headline}>
        <strong className={classes.total}>{format.number(total)}</strong>{' '}
        <span>{t('home.in_days', { count: days.length, changes: changes(added, removed) })}</span>
      </p>
      <TrendChart
        points={points}
        from={format.day(days[0]?.date ?? '')}
        to={format.day(days.at(-1)?.date ?? '')}
      />
      <FiguresTable days={days} />
      <h3 className={classes.access}>{t('home.access')}</h3>
      <ShareBar
        label={t('home.access')}
        parts={(Object.keys(ACCESS) as PortalAccess[]).map((key) => ({
          key,
          name: t(`customers.portal_access.${key}`),
          value: by_access[key],
          color: ACCESS[key],
        }))}
      />
    </div>
  );
}
