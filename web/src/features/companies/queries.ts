import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  changeCompany,
  createCompany,
  deleteCompany,
  getMerge,
  listCompanyPage,
  mergeCompanies,
  previewMerge,
} from '@/api/companies';
import { listContacts } from '@/api/contacts';
import { listAllServices, listCustomers } from '@/api/customers';
import { listDevices } from '@/api/devices';
import { isOver } from '@/api/jobs';
import { byCursor, firstFilled } from '@/api/pages';
import type { Company } from '@/api/types';
import { listUsers } from '@/api/users';

const EVERY = 1500;

export const companyPagesQuery = (text: string | undefined) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['companies', 'pages', text ?? ''],
    queryFn: ({ pageParam, signal }) => listCompanyPage(text, pageParam, signal),
    placeholderData: keepPreviousData,
  });

/** The lists of one company; whatever changes the things of a kind has them read anew. */
function ofCompany<Page extends { items: unknown[]; next_cursor?: string | null }>(
  kind: string,
  id: string,
  read: (filter: { company_id: string }, cursor: string | undefined, signal: AbortSignal) => Promise<Page>,
) {
  return infiniteQueryOptions({
    ...byCursor,
    queryKey: [kind, 'of-company', id],
    queryFn: ({ pageParam, signal }) =>
      firstFilled((cursor) => read({ company_id: id }, cursor, signal), pageParam),
  });
}

export const customersOf = (id: string) => ofCompany('customers', id, listCustomers);
export const devicesOf = (id: string) => ofCompany('devices', id, listDevices);
export const usersOf = (id: string) => ofCompany('users', id, listUsers);
export const contactsOf = (id: string) => ofCompany('contacts', id, listContacts);

export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: ({ signal }) => listAllServices(signal),
});

/** What has changed here is shown elsewhere too: with customers, in choices. */
function useCompanyChange<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      onDone(answer);
      for (const key of ['companies', 'customers']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** Adds a company, or renames the one with this id. */
export const useSaveCompany = (id: string | undefined, onDone: (company: Company) => void) =>
  useCompanyChange((name: string) => (id ? changeCompany(id, { name }) : createCompany({ name })), onDone);

export const useDeleteCompany = (onDone: () => void) => useCompanyChange(deleteCompany, onDone);

/** Which company goes, and which stays. */
export type Pair = { from: string; into: string };

export const previewQuery = ({ from, into }: Pair) =>
  queryOptions({
    queryKey: ['companies', 'preview', from, into],
    queryFn: () => previewMerge(into, from),
    // What is in a company changes by the minute.
    staleTime: 0,
    gcTime: 0,
  });

export const useMerge = (onBegun: (id: string) => void) =>
  useCompanyChange(
    ({ from, into }: Pair) => mergeCompanies(into, from),
    ({ id }) => onBegun(id),
  );

export const mergeQuery = (id: string) =>
  queryOptions({
    queryKey: ['company-merge', id],
    queryFn: ({ signal }) => getMerge(id, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : EVERY),
  });
