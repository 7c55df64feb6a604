import type { ReactNode } from 'react';
import classes from './Said.module.css';
import { StatusDot } from './StatusDot';

/** What came of the last press of the buttons beside it: there from the start, so that it is read out when it is said. */
export function Said({ children }: { children: ReactNode }) {
  return (
    <span role="status" className={classes.said}>
      {children && <StatusDot tone="good">{children}</StatusDot>}
    </span>
  );
}
