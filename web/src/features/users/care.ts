import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/api/permissions';
import type { Member } from '@/api/types';
import { useUser } from '@/api/useSession';
import { isManaged, teamsQuery } from '@/choices/teams';

/** Whether somebody is theirs to look after: company managers have all, team managers the representatives of their teams. */
export function useCaresFor(user: Member | undefined): boolean {
  const me = useUser();
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: me?.role === 'team_manager' });
  if (!me || !user) return false;
  if (me.role === 'company_manager') return true;
  return (
    me.role === 'team_manager' &&
    user.role === 'representative' &&
    isManaged(teams, me.team_ids, user.team_id)
  );
}

/** The same, with the right to change them. */
export function useManages(user: Member | undefined): boolean {
  const mayManage = useMay('manage_users');
  const cares = useCaresFor(user);
  return mayManage && cares;
}
