import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUser } from '@/api/useSession';
import { TeamLink } from '@/choices/TeamLink';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { lazyPart } from '@/ui/lazyPart';
import { BackLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { PageHeader } from '@/ui/PageHeader';
import { StatusDot } from '@/ui/StatusDot';
import { useCaresFor, useManages } from './care';
import { nameOf, TONES } from './names';
import { userQuery } from './queries';
import { UserActions } from './UserActions';
import { UserFacts } from './UserFacts';
import { UserTabs } from './UserTabs';

const ChangeUser = lazyPart(
  () => import('./ChangeUser').then((module) => module.ChangeUser),
  () => <Skeleton h={420} />,
);

export function UserPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/users/$id' });
  const { invited } = useLocation().state;
  const me = useUser();
  const known = useQuery(userQuery(id));
  const user = known.data?.thing;
  const mayManage = useManages(user);
  const cares = useCaresFor(user);
  const details =
    known.data &&
    (mayManage ? (
      <ChangeUser key={id + known.data.thing.status} known={known.data} />
    ) : (
      <UserFacts user={known.data.thing} />
    ));
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
              {user.team_id && (
                <>
                  <TeamLink id={user.team_id} />
                  {' · '}
                </>
              )}
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
      <UserTabs id={id} hasFeatures={user?.role === 'representative' && (cares || user.id === me?.id)}>
        {details}
      </UserTabs>
    </>
  );
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A user has just been added: said once on their page. */
    invited?: boolean;
  }
}
