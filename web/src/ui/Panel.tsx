import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

type Props = { title?: string; flush?: boolean; busy?: boolean; children: ReactNode };

/** A surface with a heading; `flush` lets a table reach its edges. */
export function Panel({ title, flush, busy, children }: Props) {
  const id = useId();
  return (
    <section
      className={classes.panel}
      data-flush={flush || undefined}
      aria-busy={busy || undefined}
      aria-labelledby={title && id}
    >
      {title && (
        <h2 id={id} className={flush ? `${classes.heading} ${classes.flushHeading}` : classes.heading}>
          {title}
        </h2>
      )}
      {children}
    </section>
  );
}
