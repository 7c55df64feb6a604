import type { Team, TeamLogins } from '@/api/types';

/** Of how many logins how many are in use. More may be than there are: a smaller number ends nobody's work. */
export function figuresOf({ available_logins, taken }: Pick<TeamLogins, 'available_logins' | 'taken'>) {
  const available = available_logins ?? 0;
  const used = taken.length;
  const idle = taken.filter((one) => one.idle).length;
  return { available, used, idle, busy: used - idle, free: Math.max(0, available - used) };
}

const isSilent = ({ available_logins }: Team) => (available_logins ?? null) === null;

/** With whom a team shares its logins: with the team above it, which not everybody may see, or with subteams. */
export function sharing(team: Team, parent: Team | undefined, teams: readonly Team[]) {
  if (isSilent(team)) return parent ? 'of_parent' : 'of_unseen';
  return teams.some((one) => one.parent_id === team.id && isSilent(one)) ? 'with_subteams' : undefined;
}
