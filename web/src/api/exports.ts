import type {
  CancelExportData,
  CancelExportResponse,
  ListExportsData,
  ListExportsResponse,
  RequestExportData,
  RequestExportResponse,
  ShowExportData,
  ShowExportResponse,
} from './generated';
import { api } from './http';
import { Problem } from './problem';
import { followDownload } from './transfer';
import type { Export } from './types';

export const listExports = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListExportsData, ListExportsResponse>({ url: '/v1/exports', query: { cursor, limit: 20 } }, signal);

export const getExport = (id: string, signal?: AbortSignal) =>
  api.get<ShowExportData, ShowExportResponse>({ url: '/v1/exports/{id}', path: { id } }, signal);

export const requestExport = (filter: NonNullable<Export['filter']>) =>
  api.post<RequestExportData, RequestExportResponse>({ url: '/v1/exports', body: { filter } });

export const cancelExport = (id: string) =>
  api.post<CancelExportData, CancelExportResponse>({ url: '/v1/exports/{id}/cancel', path: { id } });

/** The link is good for a minute only, so a fresh one is fetched for each download. */
export async function saveExport(id: string): Promise<void> {
  const { download } = await getExport(id);
  if (!download) throw new Problem(404);
  followDownload(download.url);
}
