import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { EmailText } from '@/ui/EmailText';
import { AnchorLink } from '@/ui/links';
import { useFormat } from '@/ui/useFormat';
import { nameOf } from '../names';

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
      width: '31%',
      cell: ({ email }) => <EmailText>{email}</EmailText>,
    },
    { key: 'company', header: t('customers.company'), width: '19%', cell: ({ company }) => company?.name },
    {
      key: 'access',
      header: t('customers.access'),
      width: '152px',
      cell: ({ portal_access }) => t(`customers.portal_access.${portal_access}`),
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
