import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink, ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { CustomerForm } from './form/CustomerForm';
import { useCustomerForm } from './form/useCustomerForm';

export function NewCustomerPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { company_id } = useSearch({ from: '/inside/customers/new' });
  const state = useCustomerForm(
    undefined,
    ({ id }) =>
      void navigate({
        to: '/customers/$id',
        params: { id },
        state: { done: 'created' },
        ignoreBlocker: true,
      }),
    company_id ? { company_id } : {},
  );
  return (
    <>
      <PageHeader
        title={t('customers.new')}
        before={<BackLink to="/customers">{t('customers.title')}</BackLink>}
      />
      <CustomerForm
        state={state}
        isNew
        submit={t('customer.create')}
        cancel={
          <ButtonLink to="/customers" variant="default">
            {t('common.cancel')}
          </ButtonLink>
        }
      />
    </>
  );
}
