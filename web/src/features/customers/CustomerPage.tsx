import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/PageHeader';
import { nameOf } from './names';
import { CustomerHead } from './person/CustomerHead';
import { CustomerTabs } from './person/CustomerTabs';
import { customerQuery } from './queries';

export function CustomerPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/customers/$id' });
  const { done } = useLocation().state;
  const known = useQuery(customerQuery(id));
  const back = <BackLink to="/customers">{t('customers.title')}</BackLink>;
  if (!known.data) {
    return (
      <>
        <PageHeader title={t('customers.title')} before={back} />
        {known.isError ? (
          <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />
        ) : (
          <Skeleton h={420} />
        )}
      </>
    );
  }
  const person = known.data.thing;
  return (
    <>
      <div>
        <title>{`${nameOf(person)} · Deskhand`}</title>
        {back}
        <CustomerHead person={person} />
      </div>
      {done && <Notice tone="good" title={t(`customer.done_${done}`)} />}
      {person.avatar_problem && (
        <Notice tone="warn" title={t('avatar.refused')}>
          {person.avatar_problem.message}
        </Notice>
      )}
      {known.isError && <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />}
      <CustomerTabs known={known.data} />
    </>
  );
}
