import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/api/problem';
import { createUsers } from '@/api/users';
import { useUsersChanged } from '../queries';
import { fitting, type UserValues } from '../values';
import { restOf, withTeam } from './lines';

type Judged = Awaited<ReturnType<typeof createUsers>>;

/** Trying a batch, adding what is good of it, and going on with the rest. */
export function useBatch(
  typed: string,
  setText: (rest: string) => void,
  values: UserValues,
  /** Of those who name none. */
  team: string | undefined,
) {
  const changed = useUsersChanged();
  const text = team ? withTeam(typed, team) : typed;
  const [judged, setJudged] = useState<Judged>();
  const [added, setAdded] = useState<number>();
  const sending = useMutation({
    mutationFn: (dry: boolean) => {
      const { company_access, modules, seats } = fitting(values);
      return createUsers({ lines: text, company_access, modules, seats }, dry);
    },
    onSuccess: (answer, dry) => {
      setAdded(dry ? undefined : (answer.counts.ok ?? 0));
      if (dry) return setJudged(answer);
      const rest = answer.items.filter(({ verdict }) => verdict !== 'ok');
      setJudged(rest.length > 0 ? { ...answer, items: rest } : undefined);
      setText(restOf(text, answer.items));
      void changed();
    },
  });
  const problem = sending.error ? Problem.of(sending.error) : undefined;
  return {
    judged,
    /** How many the last sending has added; nothing after a look. */
    added,
    problem,
    error: problem && problem.errors.length === 0 ? problem : undefined,
    busy: sending.isPending,
    check: () => sending.mutate(true),
    commit: () => sending.mutate(false),
    /** What was judged is not what stands there now. */
    forget: () => {
      setJudged(undefined);
      setAdded(undefined);
      sending.reset();
    },
  };
}
