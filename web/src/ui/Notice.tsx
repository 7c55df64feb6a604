import type { ReactNode } from 'react';
import { Icon } from './Icon';
import classes from './Notice.module.css';

type Tone = 'bad' | 'good' | 'warn' | 'calm';
type Props = { tone: Tone; title: ReactNode; children?: ReactNode; actions?: ReactNode };

const ICONS = { bad: 'warning', warn: 'warning', good: 'check', calm: 'dot' } as const;

export function Notice({ tone, title, children, actions }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={classes.icon}>
        <Icon name={ICONS[tone]} size={20} />
      </span>
      <div className={classes.body}>
        <div className={classes.title}>{title}</div>
        {children && <div className={classes.detail}>{children}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}
