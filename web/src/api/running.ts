import type {
  ListAccessChangesData,
  ListAccessChangesResponse,
  ListCompanyMergesData,
  ListCompanyMergesResponse,
  ListErasuresData,
  ListErasuresResponse,
  ListExportsData,
  ListExportsResponse,
  ListImportsData,
  ListImportsResponse,
} from './generated';
import { api } from './http';
import type { AccessChange } from './types';

/** The newest of each kind are enough to know what is running. */
const query = { limit: 10 };

export const recentImports = (signal: AbortSignal) =>
  api.get<ListImportsData, ListImportsResponse>({ url: '/v1/imports', query }, signal);

export const recentExports = (signal: AbortSignal) =>
  api.get<ListExportsData, ListExportsResponse>({ url: '/v1/exports', query }, signal);

export const recentErasures = (signal: AbortSignal) =>
  api.get<ListErasuresData, ListErasuresResponse>({ url: '/v1/erasures', query }, signal);

export const recentMerges = (signal: AbortSignal) =>
  api.get<ListCompanyMergesData, ListCompanyMergesResponse>({ url: '/v1/companies/merges', query }, signal);

/** Those that were only tried are watched where they were asked for. */
export async function recentAccessChanges(signal: AbortSignal): Promise<AccessChange[]> {
  const { items } = await api.get<ListAccessChangesData, ListAccessChangesResponse>(
    { url: '/v1/customers/access', query },
    signal,
  );
  return items.filter(({ dry_run }) => !dry_run);
}
