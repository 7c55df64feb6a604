import type {
  CreateDenialData,
  CreateDenialResponse,
  DeleteDenialData,
  DenialInput,
  ListDenialsData,
  ListDenialsResponse,
} from './generated';
import { api } from './http';

export const listDenylist = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListDenialsData, ListDenialsResponse>(
    { url: '/v1/denylist', query: { cursor, limit: 50 } },
    signal,
  );

export const addDenial = (body: DenialInput) =>
  api.post<CreateDenialData, CreateDenialResponse>({ url: '/v1/denylist', body });

export const removeDenial = (id: string) =>
  api.delete<DeleteDenialData>({ url: '/v1/denylist/{id}', path: { id } });
