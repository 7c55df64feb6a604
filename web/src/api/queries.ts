import type { ListQueriesData, ListQueriesResponse, ShowQueryData, ShowQueryResponse } from './generated';
import { api } from './http';
import { firstFilled } from './pages';

/** Newest first. A page may be empty where others follow: it leaves out what one's teams don't serve. */
export const listQueries = (portal_id: string | undefined, cursor: string | undefined, signal: AbortSignal) =>
  firstFilled(
    (at) =>
      api.get<ListQueriesData, ListQueriesResponse>(
        { url: '/v1/queries', query: { portal_id, cursor: at, limit: 50 } },
        signal,
      ),
    cursor,
  );

export const getQuery = (id: string, signal: AbortSignal) =>
  api.get<ShowQueryData, ShowQueryResponse>({ url: '/v1/queries/{id}', path: { id } }, signal);
