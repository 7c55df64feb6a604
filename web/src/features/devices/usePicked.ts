import { useCallback, useMemo, useState } from 'react';
import type { DeviceLine } from '@/api/types';
import type { Picking } from '@/ui/Picking';

/** Devices that were picked one by one, over all pages and filters. */
export function usePicked() {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const pick = useCallback(
    (rows: DeviceLine[], is: boolean) =>
      setPicked((before) => {
        const ids = new Set(before);
        for (const { id } of rows) {
          if (is) ids.add(id);
          else ids.delete(id);
        }
        return ids;
      }),
    [],
  );
  const picking: Picking<DeviceLine> = useMemo(
    () => ({ isPicked: ({ id }) => picked.has(id), pick, name: ({ name }) => name }),
    [picked, pick],
  );
  return { picked, picking, clear: () => setPicked(new Set()) };
}
