import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getAccessChange } from '@/api/access-changes';
import { getCustomer, listAllServices, listCustomers } from '@/api/customers';
import { isOver } from '@/api/jobs';
import { byCursor, firstFilled, ofOne } from '@/api/pages';
import type { CustomerSearch } from './search';

const EVERY = 1500;
/** Of so many pages a list may be read anew just because its window comes to the front. */
const FEW = 5;

export const customersQuery = (search: CustomerSearch) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['customers', search],
    queryFn: ({ pageParam, signal }) =>
      firstFilled(
        (cursor) => listCustomers({ ...search, sort: search.sort ?? 'name' }, cursor, signal),
        pageParam,
      ),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= FEW,
  });

/** A customer with their version; asks again while a picture is being read. */
export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => getCustomer(id, signal),
    refetchInterval: ({ state }) =>
      state.data?.thing.avatar_pending ? EVERY : ofOne.refetchInterval({ state }),
  });

export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: ({ signal }) => listAllServices(signal),
});

export const accessChangeQuery = (id: string, every = EVERY) =>
  queryOptions({
    queryKey: ['access-change', id],
    queryFn: ({ signal }) => getAccessChange(id, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : every),
  });
