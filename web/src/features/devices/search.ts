import type { DeviceFilter, DeviceSearch } from '@/api/devices';

const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value));

/** Keeps what is sensible of an address that anybody may have typed. */
export function readDeviceSearch(search: Record<string, unknown>): DeviceSearch {
  return {
    text: text(search.text),
    company_id: text(search.company_id),
    group: text(search.group),
    online: typeof search.online === 'boolean' ? search.online : undefined,
    sort: search.sort === 'last_seen' ? 'last_seen' : undefined,
  };
}

/** What the API calls a filter: without the order. */
export const filterOf = ({ sort: _, ...filter }: DeviceSearch): DeviceFilter => filter;

export const isFiltered = (search: DeviceSearch) =>
  Object.values(filterOf(search)).some((value) => value !== undefined);
