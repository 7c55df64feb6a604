import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

type Props = { title?: string; actions?: ReactNode; flush?: boolean; busy?: boolean; children: ReactNode };

/** A surface with a heading; `flush` lets a table reach its edges. */
export function Panel({ title, actions, flush, busy, children }: Props) {
  const id = useId();
  return (
    <section
      className={classes.panel}
      data-flush={flush || undefined}
      aria-busy={busy || undefined}
      aria-labelledby={title && id}
    >
      {title && (
        <div className={flush ? `${classes.head} ${classes.flushHead}` : classes.head}>
          <h2 id={id} className={classes.heading}>
            {title}
          </h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
