import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export type Fact = { name: string; value: ReactNode; wide?: boolean };

/** What is known, with its names; what is not known is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map(({ name, value, wide }) => (
          <div key={name} className={wide ? classes.whole : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
