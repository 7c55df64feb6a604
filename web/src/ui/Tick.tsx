import type { ComponentProps } from 'react';
import classes from './Tick.module.css';

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'className' | 'type' | 'ref'> & {
  indeterminate?: boolean;
  onChange: (checked: boolean) => void;
};

/** The browser's own box: a table has hundreds of them. */
export function Tick({ indeterminate = false, onChange, ...props }: Props) {
  return (
    <input
      {...props}
      type="checkbox"
      className={classes.tick}
      ref={(node) => {
        // There is no attribute for it.
        if (node) node.indeterminate = indeterminate;
      }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
