import type {
  CreateServiceData,
  CreateServiceResponse,
  ListServicesData,
  ListServicesResponse,
  RetireServiceData,
  ServiceInput,
  UpdateServiceData,
  UpdateServiceResponse,
} from './generated';
import { api } from './http';

export const listServicePage = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListServicesData, ListServicesResponse>(
    { url: '/v1/services', query: { cursor, limit: 100 } },
    signal,
  );

export const createService = (body: ServiceInput) =>
  api.post<CreateServiceData, CreateServiceResponse>({ url: '/v1/services', body });

export const changeService = (id: string, body: ServiceInput) =>
  api.patch<UpdateServiceData, UpdateServiceResponse>({ url: '/v1/services/{id}', path: { id }, body });

export const retireService = (id: string) =>
  api.delete<RetireServiceData>({ url: '/v1/services/{id}', path: { id } });
