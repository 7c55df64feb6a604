import { useQuery } from '@tanstack/react-query';
import { AnchorLink } from '@/ui/links';
import { portalsQuery } from './portals';

/** A portal by its name; leads to its page. */
export function PortalLink({ id }: { id: string }) {
  const { data } = useQuery(portalsQuery);
  const name = data?.find((portal) => portal.id === id)?.name;
  return name ? (
    <AnchorLink to="/portals/$id" params={{ id }} underline="always">
      {name}
    </AnchorLink>
  ) : null;
}
