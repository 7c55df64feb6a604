import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { byCursor, ofOne } from '@/api/pages';
import { getPortal, listServing } from '@/api/portals';

/** A portal with its version. */
export const portalQuery = (id: string) =>
  queryOptions({
    ...ofOne,
    queryKey: ['portals', 'one', id],
    queryFn: ({ signal }) => getPortal(id, signal),
  });

export const servingQuery = (id: string) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['portals', 'serving', id],
    queryFn: ({ pageParam, signal }) => listServing(id, pageParam, signal),
    // What follows from teams that others change is looked at anew.
    staleTime: 0,
  });

/** What to do after a portal has changed. */
export function usePortalsChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['portals'] });
}

/** What to do after others have been told what a portal says: their forms must not begin with what they said before. */
export function usePortalsCopied() {
  const queries = useQueryClient();
  const changed = usePortalsChanged();
  return (ids: string[]) => {
    for (const id of ids) queries.removeQueries({ queryKey: portalQuery(id).queryKey });
    void queries.invalidateQueries({ queryKey: ['features'] });
    return changed();
  };
}
