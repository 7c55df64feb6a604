import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/api/permissions';
import { AnchorLink } from '@/ui/links';
import { pathOf, teamsQuery } from './teams';

/** A team by its name; leads to its page. Of a team that one may not see there is nothing to say. */
export function TeamLink({ id }: { id: string }) {
  const { data } = useQuery({ ...teamsQuery, enabled: useMay('see_teams') });
  const name = data && pathOf(data, id);
  return name ? (
    <AnchorLink to="/teams/$id" params={{ id }} underline="always">
      {name}
    </AnchorLink>
  ) : null;
}
