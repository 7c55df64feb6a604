import { queryOptions } from '@tanstack/react-query';
import { getOpenness } from '@/api/accounts';

export const opennessQuery = queryOptions({
  queryKey: ['accounts', 'open'],
  queryFn: ({ signal }) => getOpenness(signal),
  staleTime: Number.POSITIVE_INFINITY,
});
