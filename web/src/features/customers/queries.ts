import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCompany, getCustomer, listAllServices, listCompanies, listCustomers } from '@/api/customers';
import { firstFilled } from '@/api/pages';
import type { CustomerSearch } from './search';

const EVERY = 1500;

export const customersQuery = (search: CustomerSearch) =>
  infiniteQueryOptions({
    queryKey: ['customers', search],
    queryFn: ({ pageParam, signal }) =>
      firstFilled(
        (cursor) => listCustomers({ ...search, sort: search.sort ?? 'name' }, cursor, signal),
        pageParam,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

/** A customer with their version; asks again while a picture is being read. */
export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => getCustomer(id, signal),
    refetchInterval: ({ state }) => (state.data?.thing.avatar_pending ? EVERY : false),
  });

export const companiesQuery = (text: string) =>
  queryOptions({
    queryKey: ['companies', 'list', text],
    queryFn: ({ signal }) => listCompanies(text, signal),
    placeholderData: keepPreviousData,
  });

export const companyQuery = (id: string) =>
  queryOptions({ queryKey: ['companies', 'one', id], queryFn: ({ signal }) => getCompany(id, signal) });

export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: ({ signal }) => listAllServices(signal),
});
