import type {
  CreateCodeData,
  CreateCodeResponse,
  DeleteCodeData,
  ListCodesData,
  ListCodesResponse,
  ShowPortalData,
  ShowPortalResponse,
} from './generated';
import { api } from './http';
import type { CodeInput } from './types';

export const listCodes = (signal: AbortSignal) =>
  api.get<ListCodesData, ListCodesResponse>({ url: '/v1/codes' }, signal);

export const createCode = (body: CodeInput) =>
  api.post<CreateCodeData, CreateCodeResponse>({ url: '/v1/codes', body });

export const deleteCode = (code: string) =>
  api.delete<DeleteCodeData>({ url: '/v1/codes/{code}', path: { code } });

/** The portal where a code is entered. */
export const getPortalOfCode = (id: string, signal: AbortSignal) =>
  api.get<ShowPortalData, ShowPortalResponse>({ url: '/v1/portals/{id}', path: { id } }, signal);
