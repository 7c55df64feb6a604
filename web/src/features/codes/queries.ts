import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { createCode, deleteCode, getPortalOfCode, listCodes } from '@/api/codes';
import type { Locale } from '@/api/types';
import { readMail } from './mail';

/** A customer enters one at any time. */
const EVERY = 5_000;

export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: ({ signal }) => listCodes(signal),
  refetchInterval: EVERY,
});

export const portalQuery = (id: string) =>
  queryOptions({ queryKey: ['codes', 'portal', id], queryFn: ({ signal }) => getPortalOfCode(id, signal) });

export const mailQuery = (language: Locale) =>
  queryOptions({
    queryKey: ['codes', 'mail', language],
    queryFn: () => readMail(language),
    staleTime: Number.POSITIVE_INFINITY,
  });

function useChange<Said>(change: (said: Said) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: codesQuery.queryKey, exact: true });
      onDone();
    },
  });
}

export const useCreateCode = (onDone: () => void) => useChange(createCode, onDone);
export const useTakeBack = (onDone: () => void) => useChange(deleteCode, onDone);
