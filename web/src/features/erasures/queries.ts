import { queryOptions } from '@tanstack/react-query';
import { getErasure } from '@/api/erasures';
import { isOver } from '@/api/jobs';

const EVERY = 1500;

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure', id],
    queryFn: ({ signal }) => getErasure(id, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.state) ? false : EVERY),
  });
