import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { watchAccessChange, watchedAccessChanges } from '@/api/running';

/** Starting a mass change leads to its page; from then on the tray knows of it. */
export function useWatch() {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const id = pathname.match(/^\/customers\/access\/(job_\w+)$/)?.[1];
  useEffect(() => {
    if (!id || watchedAccessChanges().includes(id)) return;
    watchAccessChange(id);
    void queries.invalidateQueries({ queryKey: ['access-changes'] });
  }, [id, queries]);
}
