import type {
  CancelImportData,
  CancelImportResponse,
  Confirmation,
  ConfirmImportData,
  ConfirmImportResponse,
  ImportMode,
  ListImportsData,
  ListImportsResponse,
  ListRowsData,
  ListRowsResponse,
  ReadImportAnewData,
  ReadImportAnewResponse,
  RequestImportData,
  RequestImportResponse,
  ShowImportData,
  ShowImportResponse,
  ShowRejectedData,
  ShowSampleData,
  UndoImportData,
  UndoImportResponse,
  Verdict,
} from './generated';
import { api } from './http';
import { saveFile } from './transfer';
import type { FormatChoice } from './types';

export const listImports = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListImportsData, ListImportsResponse>({ url: '/v1/imports', query: { cursor, limit: 20 } }, signal);

export const createImport = (file: File, mode: ImportMode) =>
  api.post<RequestImportData, RequestImportResponse>({
    url: '/v1/imports',
    body: { file_name: file.name, size: file.size, mode },
  });

export const getImport = (id: string, signal: AbortSignal) =>
  api.get<ShowImportData, ShowImportResponse>({ url: '/v1/imports/{id}', path: { id } }, signal);

export const listImportRows = (
  id: string,
  filter: { verdict?: Verdict; kept?: boolean },
  cursor: string | undefined,
  signal: AbortSignal,
) =>
  api.get<ListRowsData, ListRowsResponse>(
    { url: '/v1/imports/{id}/rows', path: { id }, query: { ...filter, cursor, limit: 50 } },
    signal,
  );

export const confirmImport = (id: string, body: Confirmation) =>
  api.post<ConfirmImportData, ConfirmImportResponse>({
    url: '/v1/imports/{id}/confirm',
    path: { id },
    body,
  });

export const readImportAnew = (id: string, body: FormatChoice) =>
  api.post<ReadImportAnewData, ReadImportAnewResponse>({
    url: '/v1/imports/{id}/read',
    path: { id },
    body,
  });

export const cancelImport = (id: string) =>
  api.post<CancelImportData, CancelImportResponse>({ url: '/v1/imports/{id}/cancel', path: { id } });

export const undoImport = (id: string) =>
  api.post<UndoImportData, UndoImportResponse>({ url: '/v1/imports/{id}/undo', path: { id } });

export const saveRejectedRows = (id: string, fileName: string) =>
  saveFile<ShowRejectedData>({ url: '/v1/imports/{id}/rejected.csv', path: { id } }, fileName);

export const saveSample = () => saveFile<ShowSampleData>({ url: '/v1/imports/sample.csv' }, 'sample.csv');
