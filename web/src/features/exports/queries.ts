import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listAllServices } from '@/api/customers';
import { listExports } from '@/api/exports';
import { isOver } from '@/api/jobs';
import { byCursor } from '@/api/pages';

const EVERY = 1500;

/** Exports, newest first; asks again while one is being written. */
export const exportsQuery = infiniteQueryOptions({
  queryKey: ['exports', 'list'],
  queryFn: ({ pageParam, signal }) => listExports(pageParam, signal),
  ...byCursor,
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.pages[0]?.items.some((item) => !isOver(item.state)) ? EVERY : false,
});

export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: ({ signal }) => listAllServices(signal),
});
