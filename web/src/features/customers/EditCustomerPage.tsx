import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import type { Person } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink, ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { CustomerForm } from './form/CustomerForm';
import { useCustomerForm } from './form/useCustomerForm';
import { nameOf } from './names';
import { customerQuery } from './queries';

export function EditCustomerPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/customers/$id/edit' });
  const known = useQuery(customerQuery(id));
  const name = known.data ? nameOf(known.data.thing) : t('customers.title');
  return (
    <>
      <PageHeader
        title={t('customer.edit_title', { name })}
        before={
          <BackLink to="/customers/$id" params={{ id }}>
            {name}
          </BackLink>
        }
      />
      {known.isError && <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />}
      {known.isPending && <Skeleton h={620} />}
      {/* What is loaded again meanwhile must not disturb what is being typed. */}
      {known.data && <EditForm key={id} known={known.data} />}
    </>
  );
}

function EditForm({ known }: { known: Versioned<Person> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const state = useCustomerForm(
    known,
    ({ id }) =>
      void navigate({ to: '/customers/$id', params: { id }, state: { done: 'saved' }, ignoreBlocker: true }),
  );
  return (
    <CustomerForm
      state={state}
      submit={t('common.save')}
      cancel={
        <ButtonLink to="/customers/$id" params={{ id: known.thing.id }} variant="default">
          {t('common.cancel')}
        </ButtonLink>
      }
    />
  );
}
