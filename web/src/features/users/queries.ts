import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { byCursor, firstFilled, ofOne } from '@/api/pages';
import { getUser, listUsers } from '@/api/users';
import { seatsQuery } from '@/choices/seats';
import type { UserSearch } from './search';

export const usersQuery = (search: UserSearch) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['users', search],
    queryFn: ({ pageParam, signal }) => firstFilled((cursor) => listUsers(search, cursor, signal), pageParam),
    placeholderData: keepPreviousData,
  });

/** A user with their version. */
export const userQuery = (id: string) =>
  queryOptions({ ...ofOne, queryKey: ['user', id], queryFn: ({ signal }) => getUser(id, signal) });

/** What to do after a user has changed: lists, seats and the user's page are read again. */
export function useUsersChanged() {
  const queries = useQueryClient();
  return (id?: string) =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['users'] }),
      queries.invalidateQueries({ queryKey: seatsQuery.queryKey, exact: true }),
      id && queries.invalidateQueries({ queryKey: userQuery(id).queryKey }),
    ]);
}
