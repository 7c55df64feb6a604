import type {
  ListCompaniesData,
  ListCompaniesResponse,
  ListCustomersData,
  ListCustomersResponse,
  ListServicesData,
  ListServicesResponse,
  ShowCompanyData,
  ShowCompanyResponse,
} from './generated';
import { api } from './http';

export type CustomerFilter = Pick<
  NonNullable<ListCustomersData['query']>,
  'text' | 'company_id' | 'portal_access' | 'sort'
>;

export const listCustomers = (filter: CustomerFilter, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListCustomersData, ListCustomersResponse>(
    { url: '/v1/customers', query: { ...filter, cursor, limit: 50 } },
    signal,
  );

export const listCompanies = (text: string, signal: AbortSignal) =>
  api.get<ListCompaniesData, ListCompaniesResponse>(
    { url: '/v1/companies', query: { text, limit: 20 } },
    signal,
  );

export const getCompany = (id: string, signal: AbortSignal) =>
  api.get<ShowCompanyData, ShowCompanyResponse>({ url: '/v1/companies/{id}', path: { id } }, signal);

export const listServices = (signal: AbortSignal) =>
  api.get<ListServicesData, ListServicesResponse>({ url: '/v1/services', query: { limit: 100 } }, signal);
