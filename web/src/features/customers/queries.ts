import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCompany, listCompanies, listCustomers } from '@/api/customers';
import { firstFilled } from '@/api/pages';
import type { CustomerSearch } from './search';

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

export const companiesQuery = (text: string) =>
  queryOptions({
    queryKey: ['companies', 'list', text],
    queryFn: ({ signal }) => listCompanies(text, signal),
    placeholderData: keepPreviousData,
  });

export const companyQuery = (id: string) =>
  queryOptions({ queryKey: ['companies', 'one', id], queryFn: ({ signal }) => getCompany(id, signal) });
