import { useTranslation } from 'react-i18next';
import { may } from '@/api/permissions';
import { useUser } from '@/api/useSession';
import { areasFor } from '../shell/areas';

/** Every page that they may open, and whether its name holds what was typed. */
export function usePages(typed: string): { to: string; label: string }[] {
  const { t } = useTranslation();
  const user = useUser();
  if (!user) return [];
  const pages = [
    ...areasFor(user).map(({ to, label }) => ({ to, label: t(`shell.${label}`) })),
    ...(may(user, 'manage_customers') ? [{ to: '/customers/new', label: t('customers.new') }] : []),
    ...(may(user, 'manage_users') ? [{ to: '/users/new', label: t('shell.new_user') }] : []),
    ...(may(user, 'set_up_teams') ? [{ to: '/features/matrix', label: t('shell.feature_matrix') }] : []),
    ...(may(user, 'manage_portals') ? [{ to: '/portals/new', label: t('shell.new_portal') }] : []),
    { to: '/profile', label: t('shell.profile') },
    { to: '/docs', label: t('shell.api_reference') },
  ];
  const wanted = typed.toLocaleLowerCase();
  return pages.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
}
