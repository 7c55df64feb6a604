import type {
  ListCompanyMergesData,
  ListCompanyMergesResponse,
  ListErasuresData,
  ListErasuresResponse,
  ListExportsData,
  ListExportsResponse,
  ListImportsData,
  ListImportsResponse,
  ShowAccessChangeData,
  ShowAccessChangeResponse,
} from './generated';
import { api } from './http';

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

const WATCHED = 'deskhand.access-changes';
const MOST = 10;

/** Mass changes have no list: this browser remembers those that were started in it. */
export const watchedAccessChanges = (): string[] => {
  const kept: unknown = JSON.parse(localStorage.getItem(WATCHED) ?? '[]');
  return Array.isArray(kept) ? kept.map(String) : [];
};

const watch = (ids: string[]) => localStorage.setItem(WATCHED, JSON.stringify(ids.slice(0, MOST)));

export const watchAccessChange = (id: string) => watch([id, ...watchedAccessChanges()]);

/** Those of another account, or gone by now, are forgotten. */
export async function recentAccessChanges(signal: AbortSignal): Promise<ShowAccessChangeResponse[]> {
  const ids = watchedAccessChanges();
  const found = await Promise.allSettled(
    ids.map((id) =>
      api.get<ShowAccessChangeData, ShowAccessChangeResponse>(
        { url: '/v1/customers/access/{id}', path: { id } },
        signal,
      ),
    ),
  );
  return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
