import { queryOptions } from '@tanstack/react-query';
import { getSeatUse } from '@/api/seats';
import type { SeatModule } from '@/api/types';
import { listAllUsers } from '@/api/users';

export const seatUseQuery = (module: SeatModule, days: number) =>
  queryOptions({
    queryKey: ['seats', 'use', module, days],
    queryFn: ({ signal }) => getSeatUse(module, days, signal),
  });

/** Everybody whom one may see, for the seats that they have; under the key of users, so that a change of one is seen. */
export const holdersQuery = queryOptions({
  queryKey: ['users', 'seats'],
  queryFn: ({ signal }) => listAllUsers({}, signal),
});
