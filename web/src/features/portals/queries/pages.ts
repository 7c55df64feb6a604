import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { byCursor, ofOne } from '@/api/pages';
import { getQuery, listQueries } from '@/api/queries';
import { getUser } from '@/api/users';

export const queryPagesQuery = (portal_id: string | undefined) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['queries', 'list', portal_id ?? ''],
    queryFn: ({ pageParam, signal }) => listQueries(portal_id, pageParam, signal),
    placeholderData: keepPreviousData,
    // They come at any time.
    staleTime: 0,
  });

export const queryQuery = (id: string) =>
  queryOptions({ ...ofOne, queryKey: ['queries', 'one', id], queryFn: ({ signal }) => getQuery(id, signal) });

/** The same as on a user's page. */
export const userQuery = (id: string) =>
  queryOptions({ queryKey: ['user', id], queryFn: ({ signal }) => getUser(id, signal) });
