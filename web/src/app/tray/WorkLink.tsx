import type { ReactNode } from 'react';
import { AnchorLink } from '@/ui/links';
import type { Work } from './work';

type Props = { work: Work; onGo: () => void; children: ReactNode };

const PAGES = {
  import: '/import/$id',
  export: '/exports',
  erasure: '/erasures/$id',
  access_change: '/customers/access/$id',
  company_merge: '/companies/merges/$id',
} as const;

/** To the page on which one sees how it goes. */
export function WorkLink({ work: { id, kind }, onGo, children }: Props) {
  return (
    <AnchorLink to={PAGES[kind]} params={{ id }} onClick={onGo} fw={550}>
      {children}
    </AnchorLink>
  );
}
