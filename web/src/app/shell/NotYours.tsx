import { Navigate, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api/types';
import { PageHeader } from '@/ui/PageHeader';
import { startFor } from './areas';

/** A page of an area that the role has no right to: says so, instead of a page full of refusals. */
export function NotYours({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (pathname === '/') return <Navigate to={startFor(role)} replace />;
  return (
    <PageHeader
      title={t('shell.not_yours_title')}
      subtitle={t('shell.not_yours_detail', { role: t(`role.${role}`) })}
    />
  );
}
