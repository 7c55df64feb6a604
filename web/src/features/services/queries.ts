import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { byCursor } from '@/api/pages';
import { changeService, createService, listServicePage, retireService } from '@/api/services';
import type { ServiceInput } from '@/api/types';

export const servicePagesQuery = infiniteQueryOptions({
  ...byCursor,
  queryKey: ['services', 'pages'],
  queryFn: ({ pageParam, signal }) => listServicePage(pageParam, signal),
});

function useServiceChange<Input>(act: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      onDone?.();
      return queries.invalidateQueries({ queryKey: ['services'] });
    },
  });
}

/** Adds a service, or changes the one with this id. */
export const useSaveService = (id: string | undefined, onDone: () => void) =>
  useServiceChange((input: ServiceInput) => (id ? changeService(id, input) : createService(input)), onDone);

export const useRetireService = (onDone: () => void) => useServiceChange(retireService, onDone);

export const useOfferAgain = () => useServiceChange((id: string) => changeService(id, { status: 'active' }));
