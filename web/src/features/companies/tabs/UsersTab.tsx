import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Company, Member } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import type { ListOf } from './list';
import { OfCompany } from './OfCompany';

const TONES = { active: 'good', invited: 'warn', suspended: 'bad' } as const;

/** Who of the staff sees its customers and devices. */
export function UsersTab({ company, list }: { company: Company; list: ListOf<Member> }) {
  const { t } = useTranslation();
  const filter = { company_id: company.id };
  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: t('users.name'),
      cell: ({ id, first_name, last_name, login }) => (
        <AnchorLink to="/users/$id" params={{ id }} fw={550}>
          {`${first_name} ${last_name}`.trim() || login}
        </AnchorLink>
      ),
    },
    { key: 'role', header: t('users.role'), width: '24%', cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'access',
      header: t('users.companies'),
      width: '24%',
      cell: ({ company_access: access }) =>
        access === 'all' ? t('users.all') : t('users.company_count', { count: access.length }),
    },
    {
      key: 'status',
      header: t('users.status_label'),
      width: '130px',
      cell: ({ status }) => <StatusDot tone={TONES[status]}>{t(`users.status.${status}`)}</StatusDot>,
    },
  ];
  const add = useMay('manage_users') && (
    <ButtonLink to="/users/new" search={filter} size="xs">
      {t('company.invite')}
    </ButtonLink>
  );
  return <OfCompany area="users" {...{ company, columns, list, add }} />;
}
