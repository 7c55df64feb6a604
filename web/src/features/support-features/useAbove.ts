import { useQuery } from '@tanstack/react-query';
import type { AccountFeatures } from '@/api/types';
import { teamsQuery } from '@/choices/teams';
import type { Place, TeamNames } from './model';

/** The account, and the team with the one above it: all that bears upon whoever is in it. Undefined while it loads. */
export function useAbove(
  account: AccountFeatures | undefined,
  team_id: string | null | undefined,
): Place[] | undefined {
  const { data: teams } = useQuery(teamsQuery);
  if (!account || !teams) return undefined;
  const team = teams.find(({ id }) => id === team_id);
  const parent = team?.parent_id ? teams.find(({ id }) => id === team.parent_id) : undefined;
  const places: Place[] = [{ level: 'account', said: account.features }];
  if (parent) places.push({ level: 'team', name: parent.name, said: parent.features });
  if (team) places.push({ level: team.parent_id ? 'subteam' : 'team', name: team.name, said: team.features });
  return places;
}

/** What the teams are called that somebody is in. Undefined while they load. */
export function useTeamNames(team_id: string | null | undefined): TeamNames | undefined {
  const { data: teams } = useQuery(teamsQuery);
  if (!teams) return undefined;
  const team = teams.find(({ id }) => id === team_id);
  if (!team?.parent_id) return { team: team?.name };
  return { team: teams.find(({ id }) => id === team.parent_id)?.name, subteam: team.name };
}
