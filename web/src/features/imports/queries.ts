import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  cancelImport,
  confirmImport,
  getImport,
  listImportRows,
  listImports,
  readImportAnew,
  undoImport,
} from '@/api/imports';
import { firstFilled } from '@/api/pages';
import type { Confirmation, FormatChoice, Import, Verdict } from '@/api/types';
import { isMoving } from './verdicts';

const EVERY = 1000;

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports'],
  queryFn: ({ pageParam, signal }) => listImports(pageParam, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor,
  staleTime: 0,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => getImport(id, signal),
    staleTime: 0,
    // Goes on after a failed request too, so that a short loss of the connection heals by itself.
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? EVERY : false),
  });

export const importRowsQuery = (id: string, filter: { verdict?: Verdict; kept?: boolean }) =>
  infiniteQueryOptions({
    queryKey: ['import-rows', id, filter],
    queryFn: ({ pageParam, signal }) =>
      firstFilled((cursor) => listImportRows(id, filter, cursor, signal), pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** Confirm and cancel both answer with the import, which takes the place of the known one. */
function useImportAction<Input>(id: string, act: (input: Input) => Promise<Import>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => {
      // An answer to an earlier poll would otherwise overwrite this one.
      await queries.cancelQueries({ queryKey: ['import', id] });
      return act(input);
    },
    onSuccess: (changed) => queries.setQueryData(['import', id], changed),
    onSettled: () => {
      for (const queryKey of [['import', id], importsQuery.queryKey])
        void queries.invalidateQueries({ queryKey });
    },
  });
}

export const useConfirm = (id: string) =>
  useImportAction(id, (choice: Confirmation) => confirmImport(id, choice));

export function useReadAnew(id: string) {
  const queries = useQueryClient();
  return useImportAction(id, async (choice: FormatChoice) => {
    const anew = await readImportAnew(id, choice);
    queries.removeQueries({ queryKey: ['import-rows', id] });
    return anew;
  });
}

export const useUndo = (id: string) => useImportAction(id, (_: undefined) => undoImport(id));

export const useCancel = (id: string) => useImportAction(id, (_: undefined) => cancelImport(id));
