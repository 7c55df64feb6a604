import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCompany, listCompanies } from '@/api/customers';

export const companiesQuery = (text: string) =>
  queryOptions({
    queryKey: ['companies', 'list', text],
    queryFn: ({ signal }) => listCompanies(text, signal),
    placeholderData: keepPreviousData,
  });

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'one', id],
    queryFn: ({ signal }) => getCompany(id, signal),
    staleTime: 60_000,
  });
