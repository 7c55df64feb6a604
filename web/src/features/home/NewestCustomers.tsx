import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import page from './HomePage.module.css';
import classes from './NewestCustomers.module.css';
import { newestQuery } from './queries';

export function NewestCustomers() {
  const { t } = useTranslation();
  const format = useFormat();
  const newest = useQuery(newestQuery);
  return (
    <Panel title={t('home.newest')} busy={newest.isPending}>
      {newest.isError && <ErrorNotice error={newest.error} onRetry={() => void newest.refetch()} />}
      {newest.isPending && <Skeleton h={280} />}
      {newest.data?.items.length === 0 && <Text c="dimmed">{t('customers.empty_title')}</Text>}
      <ul className={classes.people}>
        {newest.data?.items.map(({ id, first_name, last_name, email, company, created_at }) => (
          <li key={id} className={classes.person}>
            <span>
              <AnchorLink to="/customers/$id" params={{ id }} fw={550}>
                {`${first_name} ${last_name}`.trim() || email}
              </AnchorLink>
              {company && <span className={classes.company}>{company.name}</span>}
            </span>
            <time className={classes.when} dateTime={created_at}>
              {format.date(created_at)}
            </time>
          </li>
        ))}
      </ul>
      <div className={page.foot}>
        <AnchorLink to="/customers">{t('home.all_customers')}</AnchorLink>
      </div>
    </Panel>
  );
}
