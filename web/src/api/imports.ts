import { api } from './http';
import { saveFile } from './transfer';
import type { Confirmation, Import, ImportRow, NewImport, Page, Verdict } from './types';

const at = (id: string) => `/v1/imports/${encodeURIComponent(id)}`;

export const listImports = (cursor: string | null, signal: AbortSignal) =>
  api.get<Page<Import>>('/v1/imports', { cursor, limit: 20 }, signal);

export const createImport = (file: File) =>
  api.post<NewImport>('/v1/imports', { file_name: file.name, size: file.size });

export const getImport = (id: string, signal: AbortSignal) => api.get<Import>(at(id), {}, signal);

export const listImportRows = (
  id: string,
  verdict: Verdict | undefined,
  cursor: string | null,
  signal: AbortSignal,
) => api.get<Page<ImportRow>>(`${at(id)}/rows`, { verdict, cursor, limit: 50 }, signal);

export const confirmImport = (id: string, choice: Confirmation) =>
  api.post<Import>(`${at(id)}/confirm`, choice);

export const cancelImport = (id: string) => api.post<Import>(`${at(id)}/cancel`);

export const saveRejectedRows = (id: string, fileName: string) =>
  saveFile(`${at(id)}/rejected.csv`, fileName);

export const saveSample = () => saveFile('/v1/imports/sample.csv', 'sample.csv');
