import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { listAudit } from '@/api/audit';
import { byCursor } from '@/api/pages';
import { type AuditSearch, filterOf } from './search';

/** Where little was done a page is empty although more follow: then one goes on a month earlier. */
const MONTHS = 12;

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['audit', search],
    queryFn: async ({ pageParam, signal }) => {
      let page = await listAudit(filterOf(search), pageParam, signal);
      for (let month = 1; page.items.length === 0 && page.next_cursor && month < MONTHS; month += 1) {
        page = await listAudit(filterOf(search), page.next_cursor, signal);
      }
      return page;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
