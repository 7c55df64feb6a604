import type { ShowErasureData, ShowErasureResponse } from './generated';
import { api } from './http';

export const getErasure = (id: string, signal: AbortSignal) =>
  api.get<ShowErasureData, ShowErasureResponse>({ url: '/v1/erasures/{id}', path: { id } }, signal);
