import type { CSSProperties } from 'react';
import type { Person } from '@/api/types';
import { initialsOf } from '../names';
import classes from './Face.module.css';

/** A picture, or the initials; always beside the name, so it says nothing to a screen reader. */
export function Face({ person, size = 61 }: { person: Person; size?: number }) {
  const style = { '--size': `${size}px` } as CSSProperties;
  return (
    <span className={classes.face} style={style} aria-hidden="true">
      {person.avatar ? <img src={person.avatar.large} alt="" /> : initialsOf(person)}
    </span>
  );
}
