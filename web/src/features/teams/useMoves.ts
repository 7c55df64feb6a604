import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Problem } from '@/api/problem';
import type { Member } from '@/api/types';
import { moveUser } from '@/api/users';
import { nameOf, peopleQuery } from './queries';

export type Move = { people: Member[]; to: string | null };
export type Outcome = Move & {
  /** Who stays where they were, and why the first of them does. */
  left: Member[];
  problem: Problem | undefined;
};

/** So many at the same time: each is a change of its own. */
const AT_ONCE = 4;

async function moveAll({ people, to }: Move): Promise<Outcome> {
  const left: Member[] = [];
  let problem: Problem | undefined;
  for (let at = 0; at < people.length; at += AT_ONCE) {
    const some = people.slice(at, at + AT_ONCE);
    const done = await Promise.allSettled(some.map(({ id }) => moveUser(id, to)));
    for (const [index, result] of done.entries()) {
      const person = some[index];
      if (result.status === 'fulfilled' || !person) continue;
      left.push(person);
      problem ??= Problem.of(result.reason);
    }
  }
  return { people, to, left, problem };
}

/** Moves representatives: they are shown there at once, and back where they were if the server refuses (PPL-13). */
export function useMoves(onMoved: (outcome: Outcome) => void) {
  const queries = useQueryClient();
  const place = (people: Member[], to: (person: Member) => string | null | undefined) => {
    const places = new Map(people.map((person) => [person.id, to(person)]));
    queries.setQueryData(peopleQuery.queryKey, (before) =>
      before?.map((person) =>
        places.has(person.id) ? { ...person, team_id: places.get(person.id) } : person,
      ),
    );
  };
  return useMutation({
    mutationFn: moveAll,
    onMutate: async ({ people, to }) => {
      await queries.cancelQueries({ queryKey: peopleQuery.queryKey });
      place(people, () => to);
    },
    onSuccess: (outcome) => {
      place(outcome.left, ({ team_id }) => team_id);
      onMoved(outcome);
      // Not the board's own: the server's lists follow a moment later, and would put people back for that moment.
      void queries.invalidateQueries({
        queryKey: ['users'],
        predicate: ({ queryKey }) => queryKey[1] !== 'representatives',
      });
      for (const { id } of outcome.people) void queries.invalidateQueries({ queryKey: ['user', id] });
    },
  });
}

/** What is wrong with it, in the server's words: at the team, or at all. */
export const reasonOf = (problem: Problem) => problem.of('team_id') ?? problem.detail ?? problem.title;

export const namesOf = (people: Member[]) => people.map(nameOf).join(', ');
