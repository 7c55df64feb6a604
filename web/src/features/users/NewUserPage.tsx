import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { UserForm } from './UserForm';
import { useUserForm } from './useUserForm';

export function NewUserPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { company_id } = useSearch({ from: '/inside/users/new' });
  const state = useUserForm(
    undefined,
    ({ id }) => navigate({ to: '/users/$id', params: { id }, state: { invited: true } }),
    company_id ? { company_access: [company_id] } : {},
  );
  return (
    <>
      <PageHeader
        title={t('shell.new_user')}
        before={<BackLink to="/users">{t('shell.users')}</BackLink>}
        subtitle={t('users.new_intro')}
      />
      <UserForm state={state} submit={t('users.invite')} onCancel={() => navigate({ to: '/users' })} />
    </>
  );
}
