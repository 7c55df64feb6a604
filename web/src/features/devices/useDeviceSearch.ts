import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { DeviceSearch } from '@/api/devices';

export function useDeviceSearch() {
  const search = useSearch({ from: '/inside/devices' });
  const navigate = useNavigate({ from: '/devices' });
  const change = useCallback(
    (part: DeviceSearch) =>
      void navigate({
        to: '/devices',
        search: (before) => ({ ...before, ...part }),
        // Typing should not fill the browser's history.
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const clear = useCallback(
    () => change({ text: undefined, company_id: undefined, group: undefined, online: undefined }),
    [change],
  );
  return { search, change, clear };
}
