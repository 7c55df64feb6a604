import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';

/** Fewer are cheaper to show than to measure. */
const MANY = 150;
const USUAL_HEIGHT = 37;

/** Which of very many rows lie in sight, and how much room the others take; rows may be of any height. */
export function useWindowedRows<Body extends HTMLElement>(count: number) {
  const body = useRef<Body>(null);
  const [scrollMargin, setMargin] = useState(0);
  const isMany = count > MANY;
  const rows = useWindowVirtualizer<HTMLTableRowElement>({
    count,
    enabled: isMany,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 15,
    scrollMargin,
  });
  // What stands above the table may come and go.
  useLayoutEffect(() => {
    if (body.current && !rows.isScrolling)
      setMargin(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  if (!isMany || !first || !last) {
    return { body, from: 0, to: count, before: 0, after: 0, measure: undefined };
  }
  return {
    body,
    from: first.index,
    to: last.index + 1,
    before: Math.max(0, first.start - scrollMargin),
    after: Math.max(0, rows.getTotalSize() - (last.end - scrollMargin)),
    measure: rows.measureElement,
  };
}
