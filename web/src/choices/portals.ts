import { queryOptions } from '@tanstack/react-query';
import { listPortals } from '@/api/portals';
import type { Portal, Subportal } from '@/api/types';

/** All portals: a hundred at the most, so that a name for an id is at hand. */
export const portalsQuery = queryOptions({
  queryKey: ['portals', 'all'],
  queryFn: ({ signal }) => listPortals(signal),
  staleTime: 30_000,
});

type Named = Pick<Portal, 'id' | 'name'> & { subportals: Pick<Subportal, 'id' | 'name'>[] };

export const portalChoices = (portals: readonly Pick<Portal, 'id' | 'name'>[]) =>
  portals.map(({ id, name }) => ({ value: id, label: name }));

/** A subportal by its name. Of a portal that has one alone, there is nothing to tell apart. */
export function subportalName(portal: Named | undefined, id: string): string | undefined {
  if (!portal || portal.subportals.length < 2) return undefined;
  return portal.subportals.find((one) => one.id === id)?.name;
}
