import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { ofOne } from '@/api/pages';
import { getTeam, getTeamLogins } from '@/api/teams';
import type { Member } from '@/api/types';
import { listAllUsers } from '@/api/users';

/** Whoever signs in or out tells nobody. */
const EVERY = 60_000;

/** All at once, since a board shows them all at once. */
export const peopleQuery = queryOptions({
  queryKey: ['users', 'representatives'],
  queryFn: ({ signal }) => listAllUsers({ role: 'representative' }, signal),
});

export const managersQuery = queryOptions({
  queryKey: ['users', 'team-managers'],
  queryFn: ({ signal }) => listAllUsers({ role: 'team_manager' }, signal),
});

/** A team with its version. */
export const teamQuery = (id: string) =>
  queryOptions({ ...ofOne, queryKey: ['teams', 'one', id], queryFn: ({ signal }) => getTeam(id, signal) });

/** Who is signed in of a team. */
export const loginsQuery = (id: string) =>
  queryOptions({
    queryKey: ['teams', 'logins', id],
    queryFn: ({ signal }) => getTeamLogins(id, signal),
    refetchInterval: EVERY,
  });

/** What to do after a team has changed: what a subteam inherits may have changed with it. */
export function useTeamsChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['teams'] });
}

/** What to do after others have been told what a team says: their forms must not begin with what they said before. */
export function useTeamsCopied() {
  const queries = useQueryClient();
  const changed = useTeamsChanged();
  return (ids: string[]) => {
    for (const id of ids) queries.removeQueries({ queryKey: teamQuery(id).queryKey });
    void queries.invalidateQueries({ queryKey: ['features'] });
    return changed();
  };
}

export const nameOf = ({
  first_name,
  last_name,
  login,
}: Pick<Member, 'first_name' | 'last_name' | 'login'>) => `${first_name} ${last_name}`.trim() || login;
