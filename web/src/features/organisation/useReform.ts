import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renewMe } from '@/api/me';
import { applyOrganisation, planOrganisation } from '@/api/organisation';
import { Problem } from '@/api/problem';
import type { OrganisationFile } from '@/api/types';
import { type Told, told } from './errors';
import { Fault, type Span, spansOf } from './json';

/** What is in the text field, once it is a file. */
type Read = { file: OrganisationFile; spans: Map<string, Span> };

/** From a text to a plan, and from a plan to what was done. Another text is another plan. */
export function useReform() {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [prune, setPrune] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [read, setRead] = useState<Read>();
  const planning = useMutation({ mutationFn: planOrganisation });
  const applying = useMutation({
    mutationFn: applyOrganisation,
    onSuccess: async () => {
      planning.reset();
      // Anything may be another one: names, colours, teams, portals.
      await Promise.all([queries.invalidateQueries(), renewMe()]);
    },
    // What came in between is seen in a new plan.
    onError: () => planning.reset(),
  });
  const forget = () => {
    planning.reset();
    applying.reset();
    setFault(undefined);
  };
  const error = applying.error ?? planning.error;
  const wrong: Told[] = error && read ? told(Problem.of(error).errors, read.file, read.spans) : [];
  return {
    text,
    setText: (next: string) => {
      setText(next);
      forget();
    },
    prune,
    setPrune: (next: boolean) => {
      setPrune(next);
      forget();
    },
    fault,
    wrong,
    /** A refusal that is about no place in the file. */
    error: error && wrong.length === 0 ? error : undefined,
    planning: planning.isPending,
    applying: applying.isPending,
    plan: planning.data?.steps,
    done: applying.data?.steps,
    see() {
      forget();
      try {
        const spans = spansOf(text);
        const file = JSON.parse(text) as OrganisationFile;
        setRead({ file, spans });
        planning.mutate({ file, prune });
      } catch (problem) {
        if (!(problem instanceof Fault)) throw problem;
        setFault(problem);
      }
    },
    apply: () => read && applying.mutate({ file: read.file, prune }),
  };
}

export type Reform = ReturnType<typeof useReform>;
