import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  changeDevice,
  createDevice,
  type DeviceSearch,
  deleteDevice,
  getDevice,
  listDevices,
  renewDeviceKey,
} from '@/api/devices';
import { byCursor, firstFilled, ofOne } from '@/api/pages';
import type { DeviceInput, DeviceWithKey } from '@/api/types';

/** Who is online changes by itself. */
const EVERY = 60_000;

export const devicePagesQuery = (search: DeviceSearch) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['devices', search],
    queryFn: ({ pageParam, signal }) =>
      firstFilled((cursor) => listDevices(search, cursor, signal), pageParam),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });

export const deviceQuery = (id: string) =>
  queryOptions({ ...ofOne, queryKey: ['device', id], queryFn: ({ signal }) => getDevice(id, signal) });

/** What changes devices; the list and the pages show it. */
export function useDeviceChange<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => {
      onDone(answer);
      for (const key of ['devices', 'device']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

export const useCreateDevice = (onDone: (made: DeviceWithKey) => void) =>
  useDeviceChange(createDevice, onDone);

export const useChangeDevice = (id: string, onDone: () => void) =>
  useDeviceChange((input: DeviceInput) => changeDevice(id, input), onDone);

export const useRenewKey = (onDone: (made: DeviceWithKey) => void) => useDeviceChange(renewDeviceKey, onDone);

export function useDeleteDevice(id: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => deleteDevice(id),
    onSuccess: () => {
      onDone();
      // The page of what is gone is left, not asked for again.
      void queries.invalidateQueries({ queryKey: ['devices'] });
    },
  });
}
