import { useMay } from '@/api/permissions';
import type { Member, Team } from '@/api/types';
import { useUser } from '@/api/useSession';
import { isManaged } from '@/choices/teams';

/** Whom somebody may move, and where to: company managers anybody anywhere, team managers between teams that they manage both. */
export function useReach(teams: readonly Team[]) {
  const me = useUser();
  const mayMove = useMay('move_representatives');
  const all = me?.role === 'company_manager';
  const manages = (id: string | null | undefined) => all || isManaged(teams, me?.team_ids ?? [], id);
  const targets = mayMove ? teams.filter(({ id }) => manages(id)) : [];
  const hasChoice = targets.length > (all ? 0 : 1);
  return {
    /** Who is in no team is seen by those who may give them one. */
    seesNone: all,
    targets,
    mayLeave: all,
    mayMove: (person: Pick<Member, 'team_id'>) => hasChoice && manages(person.team_id),
    isTarget: (id: string | null) => (id === null ? all : targets.some((team) => team.id === id)),
  };
}

export type Reach = ReturnType<typeof useReach>;
