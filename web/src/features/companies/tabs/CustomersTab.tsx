import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Company, Customer } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { EmailText } from '@/ui/EmailText';
import { AnchorLink, ButtonLink } from '@/ui/links';
import type { ListOf } from './list';
import { OfCompany } from './OfCompany';

/** Who works for it. */
export function CustomersTab({ company, list }: { company: Company; list: ListOf<Customer> }) {
  const { t } = useTranslation();
  const mayAdd = useMay('manage_customers');
  const filter = { company_id: company.id };
  const columns: Column<Customer>[] = [
    {
      key: 'name',
      header: t('customers.name'),
      cell: ({ id, first_name, last_name, email }) => (
        <AnchorLink to="/customers/$id" params={{ id }} fw={550}>
          {`${first_name} ${last_name}`.trim() || email}
        </AnchorLink>
      ),
    },
    {
      key: 'email',
      header: t('customers.email'),
      width: '40%',
      cell: ({ email }) => <EmailText>{email}</EmailText>,
    },
    {
      key: 'access',
      header: t('customers.access'),
      width: '170px',
      cell: ({ portal_access }) => t(`customers.portal_access.${portal_access}`),
    },
  ];
  const add = mayAdd && (
    <ButtonLink to="/customers/new" search={filter} size="xs">
      {t('company.add_customer')}
    </ButtonLink>
  );
  const next = mayAdd && (
    <ButtonLink to="/import" variant="default">
      {t('company.import')}
    </ButtonLink>
  );
  return <OfCompany area="customers" {...{ company, columns, list, add, next }} />;
}
