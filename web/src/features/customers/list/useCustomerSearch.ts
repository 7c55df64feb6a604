import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { CustomerSearch } from '../search';

export function useCustomerSearch() {
  const search = useSearch({ from: '/inside/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const change = useCallback(
    (part: CustomerSearch) =>
      void navigate({
        to: '/customers',
        search: (before) => ({ ...before, ...part }),
        // Typing should not fill the browser's history.
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const clear = useCallback(
    () =>
      change({
        text: undefined,
        company_id: undefined,
        service_id: undefined,
        portal_access: undefined,
        activation: undefined,
      }),
    [change],
  );
  return { search, change, clear };
}
