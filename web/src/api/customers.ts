import type {
  CreateCustomerResponse,
  DeleteCustomerData,
  ListCompaniesData,
  ListCompaniesResponse,
  ListCustomersData,
  ListCustomersResponse,
  ListServicesData,
  ListServicesResponse,
  RemoveAvatarData,
  RequestAvatarData,
  RequestAvatarResponse,
  SendActivationData,
  ShowCompanyData,
  ShowCompanyResponse,
  ShowCustomerData,
  ShowCustomerFiguresData,
  ShowCustomerFiguresResponse,
  ShowCustomerResponse,
  ShowDataData,
  UpdateCustomerData,
  UpdateCustomerResponse,
} from './generated';
import { api } from './http';
import { allOf } from './pages';
import { saveFile, upload } from './transfer';
import type { Crop, CustomerInput, CustomerValues } from './types';

export type CustomerFilter = Pick<
  NonNullable<ListCustomersData['query']>,
  'text' | 'company_id' | 'service_id' | 'portal_access' | 'activation' | 'sort'
>;

export const listCustomers = (
  filter: CustomerFilter,
  cursor: string | undefined,
  signal: AbortSignal,
  limit = 50,
) =>
  api.get<ListCustomersData, ListCustomersResponse>(
    { url: '/v1/customers', query: { ...filter, cursor, limit } },
    signal,
  );

export const getFigures = (days: number, signal: AbortSignal) =>
  api.get<ShowCustomerFiguresData, ShowCustomerFiguresResponse>(
    { url: '/v1/customers/figures', query: { days } },
    signal,
  );

export const getCustomer = (id: string, signal?: AbortSignal) =>
  api.show<ShowCustomerData, ShowCustomerResponse>({ url: '/v1/customers/{id}', path: { id } }, signal);

type NewCustomer = Partial<CustomerValues>;

export const createCustomer = (body: NewCustomer) =>
  api.post<{ url: string; body: NewCustomer }, CreateCustomerResponse>({ url: '/v1/customers', body });

export const updateCustomer = (id: string, body: Partial<CustomerInput>, etag: string | undefined) =>
  api.change<UpdateCustomerData, UpdateCustomerResponse>(
    { url: '/v1/customers/{id}', path: { id }, body },
    etag,
  );

/** Answers the id of the erasure that has begun. */
export async function deleteCustomer(
  id: string,
  etag: string | undefined,
  denylist: { reason: string } | undefined,
): Promise<string> {
  const query = denylist && { denylist: true, reason: denylist.reason };
  const place = await api.remove<DeleteCustomerData>(
    { url: '/v1/customers/{id}', path: { id }, query },
    etag,
  );
  return place?.split('/').pop() ?? '';
}

export const sendActivation = (id: string) =>
  api.post<SendActivationData>({ url: '/v1/customers/{id}/activation', path: { id } });

export const saveData = (id: string) =>
  saveFile<ShowDataData>({ url: '/v1/customers/{id}/data', path: { id } }, `${id}.json`);

/** Asks for an upload and sends the picture; the server reads it afterwards. */
export async function sendAvatar(
  id: string,
  file: File,
  crop: Crop | undefined,
  signal: AbortSignal,
): Promise<void> {
  const asked = await api.post<RequestAvatarData, RequestAvatarResponse>({
    url: '/v1/customers/{id}/avatar',
    path: { id },
    body: { size: file.size, crop },
  });
  await upload(asked.upload, file, () => undefined, signal);
}

export const removeAvatar = (id: string) =>
  api.delete<RemoveAvatarData>({ url: '/v1/customers/{id}/avatar', path: { id } });

export const listCompanies = (text: string, signal: AbortSignal) =>
  api.get<ListCompaniesData, ListCompaniesResponse>(
    { url: '/v1/companies', query: { text, limit: 20 } },
    signal,
  );

export const getCompany = (id: string, signal: AbortSignal) =>
  api.get<ShowCompanyData, ShowCompanyResponse>({ url: '/v1/companies/{id}', path: { id } }, signal);

export const listServices = (signal: AbortSignal, cursor?: string) =>
  api.get<ListServicesData, ListServicesResponse>(
    { url: '/v1/services', query: { cursor, limit: 100 } },
    signal,
  );

export const listAllServices = (signal: AbortSignal) => allOf((cursor) => listServices(signal, cursor));
