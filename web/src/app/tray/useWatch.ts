import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Starting a mass change or an erasure leads to its page; from then on the tray knows of it. */
export function useWatch() {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const [, kind, id] = pathname.match(/\/(access|erasures)\/(job_\w+)$/) ?? [];
  useEffect(() => {
    if (id) void queries.invalidateQueries({ queryKey: [kind === 'access' ? 'access-changes' : 'erasures'] });
  }, [kind, id, queries]);
}
