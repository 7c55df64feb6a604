import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import classes from './CustomersByCompany.module.css';
import page from './HomePage.module.css';
import { figuresQuery } from './queries';

/** The companies with the most customers, all others together, and who works for none. */
export function CustomersByCompany() {
  const { t } = useTranslation();
  const figures = useQuery(figuresQuery(90));
  const told = figures.data?.by_company;
  const most = Math.max(1, told?.none ?? 0, told?.others ?? 0, told?.largest[0]?.customers ?? 0);
  return (
    <Panel title={t('home.by_company')} busy={figures.isPending}>
      {figures.isError && <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.isPending && <Skeleton h={280} />}
      {told?.largest.length === 0 && <Text c="dimmed">{t('home.no_companies')}</Text>}
      {told && told.largest.length > 0 && (
        <ul className={classes.bars}>
          {told.largest.map(({ id, name, customers }) => (
            <Bar key={id} value={customers} most={most}>
              <AnchorLink to="/customers" search={{ company_id: id }} title={name}>
                {name}
              </AnchorLink>
            </Bar>
          ))}
          {told.others > 0 && (
            <Bar value={told.others} most={most} rest>
              {t('home.other_companies')}
            </Bar>
          )}
          {told.none > 0 && (
            <Bar value={told.none} most={most} rest>
              {t('home.no_company')}
            </Bar>
          )}
        </ul>
      )}
      <div className={page.foot}>
        <AnchorLink to="/companies">{t('home.all_companies')}</AnchorLink>
      </div>
    </Panel>
  );
}

type BarProps = { value: number; most: number; rest?: boolean; children: ReactNode };

function Bar({ value, most, rest, children }: BarProps) {
  const format = useFormat();
  return (
    <li>
      <div className={classes.label}>
        <span className={classes.name}>{children}</span>
        <span>{format.number(value)}</span>
      </div>
      <div
        className={classes.bar}
        data-rest={rest || undefined}
        style={{ width: `${Math.max(0.5, (value / most) * 100)}%` }}
      />
    </li>
  );
}
