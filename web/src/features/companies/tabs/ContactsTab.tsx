import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Company, Contact } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { ButtonLink } from '@/ui/links';
import type { ListOf } from './list';
import { OfCompany } from './OfCompany';

/** Who is told when something is the matter there; users have a tab of their own. */
export function ContactsTab({ company, list }: { company: Company; list: ListOf<Contact> }) {
  const { t } = useTranslation();
  const filter = { company_id: company.id };
  const rows = list.data?.pages.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'user');
  const columns: Column<Contact>[] = [
    { key: 'name', header: t('contacts.name'), cell: ({ name }) => name },
    {
      key: 'methods',
      header: t('contacts.methods'),
      width: '44%',
      cell: ({ methods }) =>
        methods.length > 0 ? methods.map(({ address }) => address).join(', ') : t('contacts.no_methods'),
    },
    {
      key: 'companies',
      header: t('contacts.companies'),
      width: '22%',
      cell: ({ company_access: access }) =>
        access === 'all' ? t('contacts.all_companies') : t('company.companies', { count: access.length }),
    },
  ];
  const add = useMay('manage_contacts') && (
    <ButtonLink to="/contacts" search={filter} state={{ adding: true }} size="xs">
      {t('company.add_contact')}
    </ButtonLink>
  );
  return <OfCompany area="contacts" {...{ company, columns, list, rows, add }} />;
}
