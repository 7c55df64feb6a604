import type { Member, Team } from '@/api/types';
import { inOrder } from '@/choices/teams';
import { nameOf } from './queries';

/** A team on the board; the last has no team, and holds whoever is in none. */
export type Column = {
  team: Team | undefined;
  people: Member[];
  managers: string[];
  subteams: Column[];
};

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/**
 * Teams with their subteams and people, as far as they match: a team whose name does is shown whole, of the others those whose
 * name does. `seesNone` is whether who is in no team is there to be seen.
 */
export function boardOf(
  teams: readonly Team[],
  people: readonly Member[],
  managers: readonly Member[],
  { text = '', seesNone }: { text?: string; seesNone: boolean },
): Column[] {
  const wanted = folded(text.trim());
  const matches = (name: string) => folded(name).includes(wanted);
  const known = new Set(teams.map(({ id }) => id));
  const byTeam = grouped(people, ({ team_id }) => (team_id && known.has(team_id) ? team_id : undefined));
  const column = (team: Team, whole: boolean): Column => {
    const all = whole || matches(team.name);
    return {
      team,
      people: (byTeam.get(team.id) ?? []).filter((one) => all || matches(nameOf(one))),
      managers: managers.filter(({ team_ids }) => team_ids.includes(team.id)).map(nameOf),
      subteams: teams
        .filter(({ parent_id }) => parent_id === team.id)
        .map((subteam) => column(subteam, all))
        .filter((subteam) => all || isShown(subteam)),
    };
  };
  const isShown = ({ team, people, subteams }: Column) =>
    people.length > 0 || subteams.length > 0 || Boolean(team && matches(team.name));
  const columns = inOrder(teams)
    .filter(({ parent_id }) => !parent_id || !known.has(parent_id))
    .map((team) => column(team, false))
    .filter(isShown);
  if (!seesNone) return columns;
  // Whose team is not among these may be in one that was deleted a moment ago.
  const rest = (byTeam.get(undefined) ?? []).filter((one) => matches(nameOf(one)));
  if (wanted && rest.length === 0) return columns;
  return [...columns, { team: undefined, people: rest, managers: [], subteams: [] }];
}

/** How many are in a team, with its subteams. */
export const countOf = ({ people, subteams }: Column): number =>
  people.length + subteams.reduce((sum, subteam) => sum + subteam.people.length, 0);
