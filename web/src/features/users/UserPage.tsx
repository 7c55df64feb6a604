import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Member } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/PageHeader';
import { StatusDot } from '@/ui/StatusDot';
import { nameOf, TONES } from './names';
import { userQuery } from './queries';
import { UserActions } from './UserActions';
import { UserFacts } from './UserFacts';
import { UserForm } from './UserForm';
import { useUserForm } from './useUserForm';

export function UserPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/users/$id' });
  const { invited } = useLocation().state;
  const mayManage = useMay('manage_users');
  const known = useQuery(userQuery(id));
  const user = known.data?.thing;
  return (
    <>
      <PageHeader
        title={user ? nameOf(user) : t('shell.users')}
        before={<BackLink to="/users">{t('shell.users')}</BackLink>}
        subtitle={
          user && (
            <>
              {t(`role.${user.role}`)}
              {' · '}
              <StatusDot tone={TONES[user.status]}>{t(`users.status.${user.status}`)}</StatusDot>
            </>
          )
        }
        actions={known.data && mayManage && <UserActions known={known.data} />}
      />
      {invited && user?.status === 'invited' && (
        <Notice tone="good" title={t('users.invited', { email: user.email })} />
      )}
      {known.isError && <ErrorNotice error={known.error} onRetry={() => void known.refetch()} />}
      {known.isPending && <Skeleton h={420} />}
      {known.data &&
        (mayManage ? (
          <Change key={id + known.data.thing.status} known={known.data} />
        ) : (
          <UserFacts user={known.data.thing} />
        ))}
    </>
  );
}

function Change({ known }: { known: Versioned<Member> }) {
  const { t } = useTranslation();
  const state = useUserForm(known, () => undefined);
  return <UserForm state={state} user={known.thing} submit={t('common.save')} />;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A user has just been added: said once on their page. */
    invited?: boolean;
  }
}
