import { useTranslation } from 'react-i18next';
import type { ActivationState, Customer } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { EmailText } from '@/ui/EmailText';
import { AnchorLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import { nameOf } from '../names';

const TONES = {
  not_invited: 'calm',
  invited: 'warn',
  active: 'good',
} as const satisfies Record<ActivationState, string>;

export function useCustomerColumns(): Column<Customer>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('customers.name'),
      cell: (customer) => (
        <AnchorLink to="/customers/$id" params={{ id: customer.id }} fw={550}>
          {nameOf(customer)}
        </AnchorLink>
      ),
    },
    {
      key: 'email',
      header: t('customers.email'),
      width: '23%',
      cell: ({ email }) => <EmailText>{email}</EmailText>,
    },
    { key: 'company', header: t('customers.company'), width: '15%', cell: ({ company }) => company?.name },
    {
      key: 'access',
      header: t('customers.access'),
      width: '128px',
      cell: ({ portal_access }) => t(`customers.portal_access.${portal_access}`),
    },
    {
      key: 'activation',
      header: t('customers.activation'),
      width: '148px',
      // Of those who may not come in there is nothing to say.
      cell: ({ activation, portal_access }) =>
        portal_access !== 'none' && (
          <StatusDot tone={TONES[activation]}>{t(`customers.activation_state.${activation}`)}</StatusDot>
        ),
    },
    {
      key: 'created',
      header: t('customers.created'),
      width: '126px',
      cell: ({ created_at }) => (
        <time dateTime={created_at} title={format.time(created_at)}>
          {format.date(created_at)}
        </time>
      ),
    },
  ];
}
