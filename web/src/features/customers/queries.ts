import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getAccessChange } from '@/api/access-changes';
import { lastActivation } from '@/api/activation';
import { getCustomer, listAllServices, listCustomers } from '@/api/customers';
import { getErasure } from '@/api/erasures';
import { isOver } from '@/api/jobs';
import { firstFilled } from '@/api/pages';
import type { Person } from '@/api/types';
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

export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: ({ signal }) => listAllServices(signal),
});

/**
 * Whether somebody has been invited and has set a password, as far as one page of the audit log tells: the contract has
 * no word for it on the customer.
 */
export const activationQuery = ({ id, created_at }: Person) =>
  queryOptions({
    queryKey: ['customer', id, 'activation'],
    queryFn: ({ signal }) => lastActivation(id, created_at, signal),
  });

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure', id],
    queryFn: ({ signal }) => getErasure(id, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : EVERY),
  });

export const accessChangeQuery = (id: string) =>
  queryOptions({
    queryKey: ['access-change', id],
    queryFn: ({ signal }) => getAccessChange(id, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : EVERY),
  });
