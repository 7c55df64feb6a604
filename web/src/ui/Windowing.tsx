import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { InSight } from './useWindowedRows';

const USUAL_HEIGHT = 37;

type Props = {
  count: number;
  body: RefObject<HTMLElement | null>;
  onSight: (seen: InSight) => void;
};

/** Tells which of very many rows lie in sight, and how much room the others take; rows may be of any height. */
export function Windowing({ count, body, onSight }: Props) {
  const [scrollMargin, setMargin] = useState(0);
  const rows = useWindowVirtualizer<HTMLTableRowElement>({
    count,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 15,
    scrollMargin,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const total = rows.getTotalSize();
  const { measureElement, isScrolling } = rows;
  // What stands above the table may come and go.
  useLayoutEffect(() => {
    if (body.current && !isScrolling)
      setMargin(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
  });
  const [from, to] = [first?.index ?? 0, last ? last.index + 1 : 0];
  const before = Math.max(0, (first?.start ?? 0) - scrollMargin);
  const after = Math.max(0, total - ((last?.end ?? 0) - scrollMargin));
  useLayoutEffect(() => {
    if (to > from) onSight({ from, to, before, after, measure: measureElement });
  }, [from, to, before, after, measureElement, onSight]);
  return null;
}
