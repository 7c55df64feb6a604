import type {
  CreateAccountData,
  CreateAccountResponse,
  ShowOpennessData,
  ShowOpennessResponse,
} from './generated';
import { api } from './http';
import type { Opening } from './types';

/** Whether whoever wants an account may open one here. */
export const getOpenness = (signal: AbortSignal) =>
  api.get<ShowOpennessData, ShowOpennessResponse>({ url: '/v1/accounts' }, signal);

/** Opens an account; its manager is sent a link. */
export const openAccount = (body: Opening) =>
  api.post<CreateAccountData, CreateAccountResponse>({ url: '/v1/accounts', body });
