import type { ExportAuditData, ListAuditData, ListAuditResponse } from './generated';
import { api, request } from './http';
import { saveBlob } from './transfer';

export type AuditFilter = Pick<
  NonNullable<ListAuditData['query']>,
  'who' | 'action' | 'subject' | 'from' | 'to'
>;

export const listAudit = (filter: AuditFilter, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListAuditData, ListAuditResponse>(
    { url: '/v1/audit', query: { ...filter, cursor, limit: 50 } },
    signal,
  );

/** The next file's cursor, from `Link: <…?cursor=…>; rel="next"`. */
const nextCursor = (link: string | null) => link?.match(/[?&]cursor=([^&>]+)/)?.[1];

/** The server writes some 10,000 entries a file: a long log comes as several. */
export async function saveAudit(filter: AuditFilter): Promise<void> {
  let cursor: string | undefined;
  for (let file = 1; file === 1 || cursor; file += 1) {
    const operation: ExportAuditData = {
      url: '/v1/audit.csv',
      query: { ...filter, cursor: cursor && decodeURIComponent(cursor) },
    };
    const response = await request('GET', operation);
    saveBlob(await response.blob(), file === 1 ? 'audit.csv' : `audit-${file}.csv`);
    cursor = nextCursor(response.headers.get('Link'));
  }
}
