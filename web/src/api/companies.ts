import type {
  CompanyInput,
  CompanyMerge,
  CompanyMergePreview,
  CreateCompanyData,
  CreateCompanyResponse,
  DeleteCompanyData,
  ListCompaniesData,
  ListCompaniesResponse,
  RequestCompanyMergeData,
  ShowCompanyMergeData,
  ShowCompanyMergeResponse,
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

type Merge = RequestCompanyMergeData;
const merge = (into: string, from: string, dry_run: boolean): Merge => ({
  url: '/v1/companies/{id}/merge',
  path: { id: into },
  query: { dry_run },
  body: { company_id: from },
});

/** What would move, and who would see more. */
export const previewMerge = (into: string, from: string) =>
  api.post<Merge, CompanyMergePreview>(merge(into, from, true));

export const mergeCompanies = (into: string, from: string) =>
  api.post<Merge, CompanyMerge>(merge(into, from, false));

export const getMerge = (id: string, signal: AbortSignal) =>
  api.get<ShowCompanyMergeData, ShowCompanyMergeResponse>(
    { url: '/v1/companies/merges/{id}', path: { id } },
    signal,
  );
