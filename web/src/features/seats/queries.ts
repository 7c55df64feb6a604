import { queryOptions } from '@tanstack/react-query';
import { getSeats, getSeatUse } from '@/api/seats';
import type { SeatModule } from '@/api/types';

/** People come and go. */
const EVERY = 30_000;

export const seatsQuery = queryOptions({
  queryKey: ['seats'],
  queryFn: ({ signal }) => getSeats(signal),
  refetchInterval: EVERY,
});

export const seatUseQuery = (module: SeatModule, days: number) =>
  queryOptions({
    queryKey: ['seats', 'use', module, days],
    queryFn: ({ signal }) => getSeatUse(module, days, signal),
  });
