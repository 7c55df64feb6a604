import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMay } from '@/api/permissions';
import { getSeats } from '@/api/seats';
import type { ModuleSeats, SeatModule } from '@/api/types';

/** People come and go. */
const EVERY = 30_000;

export const seatsQuery = queryOptions({
  queryKey: ['seats'],
  queryFn: ({ signal }) => getSeats(signal),
  refetchInterval: EVERY,
});

/** The seats of a module, to those who may see them, once they are known. */
export function useSeatsOf(): (module: SeatModule) => ModuleSeats | undefined {
  const { data } = useQuery({ ...seatsQuery, enabled: useMay('see_seats') });
  return (module) => data?.modules.find((one) => one.module === module);
}

/** How many more of them can be given away; of shared ones any number, if there are some. */
export const leftOf = ({ bought, assigned }: ModuleSeats['named']) => Math.max(0, bought - assigned);
