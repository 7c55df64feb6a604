import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getFigures, listAllServices, listCustomers } from '@/api/customers';
import { listExports } from '@/api/exports';
import { listImports } from '@/api/imports';
import { isOver } from '@/api/jobs';
import type { Import } from '@/api/types';

const EVERY = 2000;
const NEWEST = 8;

/** The server is at work for it; for a file that is still to come, somebody else is. */
export const isRunning = ({ state, undo }: Import) =>
  state === 'reading' || state === 'writing' || (!!undo && !undo.finished_at);

export const importsQuery = queryOptions({
  queryKey: ['home', 'imports'],
  queryFn: ({ signal }) => listImports(undefined, signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? EVERY : false),
});

export const exportsQuery = queryOptions({
  queryKey: ['home', 'exports'],
  queryFn: ({ signal }) => listExports(undefined, signal),
  refetchInterval: ({ state }) => (state.data?.items.some((item) => !isOver(item.state)) ? EVERY : false),
});

export const newestQuery = queryOptions({
  queryKey: ['customers', 'home'],
  queryFn: ({ signal }) => listCustomers({ sort: 'newest' }, undefined, signal, NEWEST),
});

export const figuresQuery = (days: number) =>
  queryOptions({
    queryKey: ['customers', 'figures', days],
    queryFn: ({ signal }) => getFigures(days, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: ({ signal }) => listAllServices(signal),
});
