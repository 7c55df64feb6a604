import type { ReactNode } from 'react';
import { AnchorLink } from '@/ui/links';
import type { Work } from './work';

type Props = { work: Work; onGo: () => void; children: ReactNode };

/** To the page on which one sees how it goes; an erasure has none. */
export function WorkLink({ work: { id, kind }, onGo, children }: Props) {
  if (kind === 'import') {
    return (
      <AnchorLink to="/import/$id" params={{ id }} onClick={onGo} fw={550}>
        {children}
      </AnchorLink>
    );
  }
  if (kind === 'export') {
    return (
      <AnchorLink to="/exports" onClick={onGo} fw={550}>
        {children}
      </AnchorLink>
    );
  }
  return <b>{children}</b>;
}
