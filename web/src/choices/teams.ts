import { queryOptions } from '@tanstack/react-query';
import { listTeams } from '@/api/teams';
import type { Team } from '@/api/types';

/** All that they may see: a few hundred at the most, so that a list of them is at once a tree. */
export const teamsQuery = queryOptions({
  queryKey: ['teams', 'all'],
  queryFn: ({ signal }) => listTeams(signal),
  staleTime: 30_000,
});

type Named = Pick<Team, 'id' | 'name'> & { parent_id?: string | null };

/** Teams, each followed by its subteams. Whoever sees a subteam without its team sees it at the top. */
export function inOrder<One extends Named>(teams: readonly One[]): One[] {
  const known = new Set(teams.map(({ id }) => id));
  const below = (parent: One) => teams.filter(({ parent_id }) => parent_id === parent.id);
  return teams
    .filter(({ parent_id }) => !parent_id || !known.has(parent_id))
    .flatMap((team) => [team, ...below(team)]);
}

/** `Day › Late` for a subteam. */
export function pathOf(teams: readonly Named[], id: string | null | undefined): string | undefined {
  const team = teams.find((one) => one.id === id);
  const parent = team?.parent_id && teams.find((one) => one.id === team.parent_id);
  return parent ? `${parent.name} › ${team.name}` : team?.name;
}

/** For a native list, where each stands by its whole name. */
export const teamChoices = (teams: readonly Named[]) =>
  inOrder(teams).map(({ id }) => ({ value: id, label: pathOf(teams, id) ?? id }));

/** Whether one of these teams, or the team above it, is among those given to somebody. */
export function isManaged(teams: readonly Named[], own: readonly string[], id: string | null | undefined) {
  if (!id) return false;
  const parent = teams.find((one) => one.id === id)?.parent_id;
  return own.includes(id) || (parent ? own.includes(parent) : false);
}
