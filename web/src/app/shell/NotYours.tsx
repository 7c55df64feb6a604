import { Navigate, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { User } from '@/api/types';
import { PageHeader } from '@/ui/PageHeader';
import { startFor } from './areas';

/** A page to which somebody has no right: says so, instead of a page full of refusals. */
export function NotYours({ user }: { user: User }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (pathname === '/') return <Navigate to={startFor(user)} replace />;
  return (
    <PageHeader
      title={t('shell.not_yours_title')}
      subtitle={t('shell.not_yours_detail', { role: t(`role.${user.role}`) })}
    />
  );
}
