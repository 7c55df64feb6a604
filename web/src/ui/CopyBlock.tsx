import { Button, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './CopyBlock.module.css';
import { Icon } from './Icon';

type Props = {
  value: string;
  /** How it is shown, if not as it is. */
  children?: ReactNode;
  copy: string;
  copied: string;
};

/** Something to be taken elsewhere, and the button that takes it. */
export function CopyBlock({ value, children, copy, copied }: Props) {
  return (
    <div className={classes.block}>
      <div className={classes.value}>{children ?? value}</div>
      <CopyButton value={value} timeout={3000}>
        {(state) => (
          <Button
            variant="default"
            leftSection={<Icon name={state.copied ? 'check' : 'copy'} size={16} />}
            onClick={state.copy}
          >
            <span role="status">{state.copied ? copied : copy}</span>
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
