import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMay } from '@/api/permissions';
import {
  recentAccessChanges,
  recentErasures,
  recentExports,
  recentImports,
  recentMerges,
} from '@/api/running';
import { ofImport, ofJob, type Work } from './work';

const BUSY = 2000;
const IDLE = 30_000;
const NONE: Work[] = [];

/** What is going on in the background, newest first. Other pages of the app call for a fresh look by the same keys. */
export function useWork(): Work[] {
  const imports = useKind('imports', useMay('manage_imports'), async (signal) =>
    (await recentImports(signal)).items.map(ofImport),
  );
  const exports = useKind('exports', useMay('manage_exports'), async (signal) =>
    (await recentExports(signal)).items.map(ofJob('export')),
  );
  const erasures = useKind('erasures', useMay('manage_personal_data'), async (signal) =>
    (await recentErasures(signal)).items.map(ofJob('erasure')),
  );
  const changes = useKind('access-changes', useMay('manage_customers'), async (signal) =>
    (await recentAccessChanges(signal)).map(ofJob('access_change')),
  );
  const merges = useKind('company-merges', useMay('manage_companies'), async (signal) =>
    (await recentMerges(signal)).items.map(ofJob('company_merge')),
  );
  return useMemo(
    () =>
      [...imports, ...exports, ...erasures, ...changes, ...merges].sort((a, b) =>
        b.since.localeCompare(a.since),
      ),
    [imports, exports, erasures, changes, merges],
  );
}

function useKind(key: string, enabled: boolean, read: (signal: AbortSignal) => Promise<Work[]>): Work[] {
  const { data } = useQuery({
    queryKey: [key, 'recent'],
    queryFn: ({ signal }) => read(signal),
    enabled,
    refetchInterval: ({ state }) => (state.data?.some(({ moving }) => moving) ? BUSY : IDLE),
    staleTime: 0,
  });
  return data ?? NONE;
}
