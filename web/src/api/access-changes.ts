import type {
  CancelAccessChangeData,
  CancelAccessChangeResponse,
  RequestAccessChangeData,
  RequestAccessChangeResponse,
  ShowAccessChangeData,
  ShowAccessChangeResponse,
  ShowSkippedData,
} from './generated';
import { api } from './http';
import { saveFile } from './transfer';
import type { AccessChangeInput } from './types';

export const requestAccessChange = (body: AccessChangeInput, dry_run = false) =>
  api.post<RequestAccessChangeData, RequestAccessChangeResponse>({
    url: '/v1/customers/access',
    query: dry_run ? { dry_run } : undefined,
    body,
  });

export const getAccessChange = (id: string, signal: AbortSignal) =>
  api.get<ShowAccessChangeData, ShowAccessChangeResponse>(
    { url: '/v1/customers/access/{id}', path: { id } },
    signal,
  );

export const cancelAccessChange = (id: string) =>
  api.post<CancelAccessChangeData, CancelAccessChangeResponse>({
    url: '/v1/customers/access/{id}/cancel',
    path: { id },
  });

export const saveSkipped = (id: string) =>
  saveFile<ShowSkippedData>({ url: '/v1/customers/access/{id}/skipped.csv', path: { id } }, 'skipped.csv');
