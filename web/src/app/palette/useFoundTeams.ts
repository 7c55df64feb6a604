import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/api/permissions';
import { teamChoices, teamsQuery } from '@/choices/teams';

const MOST = 5;

/** The first teams whose name has in it what one types; all are known at once. */
export function useFoundTeams(typed: string): { value: string; label: string }[] {
  const may = useMay('see_teams');
  const { data = [] } = useQuery({ ...teamsQuery, enabled: may && typed !== '' });
  const wanted = typed.toLocaleLowerCase();
  if (wanted === '') return [];
  return teamChoices(data)
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST);
}
