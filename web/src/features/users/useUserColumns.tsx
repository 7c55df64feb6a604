import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { EmailText } from '@/ui/EmailText';
import { AnchorLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import { nameOf, TONES } from './names';

export function useUserColumns(): Column<Member>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      header: t('users.name'),
      cell: (user) => (
        <AnchorLink to="/users/$id" params={{ id: user.id }} fw={550}>
          {nameOf(user)}
        </AnchorLink>
      ),
    },
    {
      key: 'login',
      header: t('users.login'),
      width: '30%',
      cell: ({ login }) => <EmailText>{login}</EmailText>,
    },
    { key: 'role', header: t('users.role'), width: '20%', cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'companies',
      header: t('users.companies'),
      width: '14%',
      cell: ({ company_access: access }) =>
        access === 'all' ? t('users.all') : t('users.company_count', { count: access.length }),
    },
    {
      key: 'status',
      header: t('users.status_label'),
      width: '14%',
      cell: ({ status }) => <StatusDot tone={TONES[status]}>{t(`users.status.${status}`)}</StatusDot>,
    },
  ];
}
