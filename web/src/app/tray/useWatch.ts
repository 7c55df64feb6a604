import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** By the last part but one of a page's address, what the tray reads anew. */
const LISTS = { access: 'access-changes', erasures: 'erasures', merges: 'company-merges' } as const;

/** Starting a mass change, an erasure or a merge leads to its page; from then on the tray knows of it. */
export function useWatch() {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const [, kind = '', id] = pathname.match(/\/(\w+)\/(job_\w+)$/) ?? [];
  useEffect(() => {
    if (id && kind in LISTS)
      void queries.invalidateQueries({ queryKey: [LISTS[kind as keyof typeof LISTS]] });
  }, [kind, id, queries]);
}
