import { useState } from 'react';
import type { Halt } from '@/api/sign-in';

/** What stands between the password and the session, step by step, and the way back to the password. */
export function useHalt(onEntered?: () => void) {
  const [halt, setHalt] = useState<Halt>();
  /** Why they are back without having asked for it. */
  const [why, setWhy] = useState<string>();
  return {
    halt,
    why,
    goOn: (next: Halt | undefined) => {
      setHalt(next);
      if (!next) onEntered?.();
    },
    back: (reason?: string) => {
      setHalt(undefined);
      setWhy(reason);
    },
    begin: () => setWhy(undefined),
  };
}
