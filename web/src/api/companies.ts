import type {
  CompanyInput,
  CreateCompanyData,
  CreateCompanyResponse,
  DeleteCompanyData,
  ListCompaniesData,
  ListCompaniesResponse,
  UpdateCompanyData,
  UpdateCompanyResponse,
} from './generated';
import { api } from './http';

export const listCompanyPage = (text: string | undefined, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListCompaniesData, ListCompaniesResponse>(
    { url: '/v1/companies', query: { text, cursor, limit: 50 } },
    signal,
  );

export const createCompany = (body: CompanyInput) =>
  api.post<CreateCompanyData, CreateCompanyResponse>({ url: '/v1/companies', body });

export const changeCompany = (id: string, body: CompanyInput) =>
  api.patch<UpdateCompanyData, UpdateCompanyResponse>({ url: '/v1/companies/{id}', path: { id }, body });

export const deleteCompany = (id: string) =>
  api.delete<DeleteCompanyData>({ url: '/v1/companies/{id}', path: { id } });
