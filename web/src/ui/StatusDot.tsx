import type { ReactNode } from 'react';
import classes from './StatusDot.module.css';

type Props = { tone: 'good' | 'warn' | 'bad' | 'calm' | 'busy'; children: ReactNode };

/** A state in words; the dot helps the eye to find the odd one out. */
export function StatusDot({ tone, children }: Props) {
  return (
    <span className={classes.status} data-tone={tone}>
      {children}
    </span>
  );
}
