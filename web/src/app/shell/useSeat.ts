import { useQuery } from '@tanstack/react-query';
import { takeSeat } from '@/api/seats';
import type { SeatModule } from '@/api/types';

/** How often somebody who waits asks whether a seat has become free. */
const PATIENCE = 10_000;

/**
 * Takes one's seat in a module, and keeps it while the page is looked at. Who leaves it open behind other windows gives a
 * shared seat up after a while, as the server says.
 */
export function useSeat(module: SeatModule | undefined) {
  return useQuery({
    queryKey: ['own-seat', module],
    queryFn: module ? () => takeSeat(module) : undefined,
    enabled: module !== undefined,
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'working' ? data.again_within * 1000 : PATIENCE,
  });
}
