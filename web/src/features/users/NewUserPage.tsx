import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { UserForm } from './UserForm';
import { useUserForm } from './useUserForm';
import type { UserValues } from './values';

/** A team manager gives nobody more than they have, and adds to their own teams alone. */
function useStart(): Partial<UserValues> {
  const me = useUser();
  if (me?.role !== 'team_manager') return {};
  return { company_access: me.company_access, team_id: me.team_ids[0] ?? null };
}

export function NewUserPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { company_id, team_id, role } = useSearch({ from: '/inside/users/new' });
  const start = useStart();
  const state = useUserForm(
    undefined,
    ({ id }) => navigate({ to: '/users/$id', params: { id }, state: { invited: true } }),
    {
      ...start,
      ...(company_id && { company_access: [company_id] }),
      ...(team_id && { team_id, team_ids: [team_id] }),
      ...(role && { role }),
    },
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
