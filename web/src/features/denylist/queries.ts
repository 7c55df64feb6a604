import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { addDenial, listDenylist, removeDenial } from '@/api/denylist';
import { byCursor } from '@/api/pages';

export const denylistQuery = infiniteQueryOptions({
  ...byCursor,
  queryKey: ['denylist'],
  queryFn: ({ pageParam, signal }) => listDenylist(pageParam, signal),
});

function useDenylistChange<Input>(act: (input: Input) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries({ queryKey: denylistQuery.queryKey });
    },
  });
}

export const useAddDenial = (onDone: () => void) => useDenylistChange(addDenial, onDone);

export const useRemoveDenial = (onDone: () => void) => useDenylistChange(removeDenial, onDone);
