import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { endSignIn, listSignIns } from '@/api/me';
import { byCursor } from '@/api/pages';

export const signInsQuery = infiniteQueryOptions({
  ...byCursor,
  queryKey: ['sign-ins'],
  queryFn: ({ pageParam, signal }) => listSignIns(pageParam, signal),
  staleTime: 0,
});

/** Ends each of these sign-ins; the list is right afterwards even if one failed. */
export function useEndSignIns() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: string[]) => {
      for (const id of ids) await endSignIn(id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: signInsQuery.queryKey }),
  });
}
