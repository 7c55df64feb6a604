import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/api/permissions';
import { portalChoices, portalsQuery } from '@/choices/portals';

const MOST = 5;

/** The first portals whose name has in it what one types; all are known at once. */
export function useFoundPortals(typed: string): { value: string; label: string }[] {
  const may = useMay('see_portals');
  const { data = [] } = useQuery({ ...portalsQuery, enabled: may && typed !== '' });
  const wanted = typed.toLocaleLowerCase();
  if (wanted === '') return [];
  return portalChoices(data)
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST);
}
