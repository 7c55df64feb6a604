import { useRef, useState } from 'react';
import { lazyPart } from './lazyPart';

/** Fewer are cheaper to show than to measure. */
const MANY = 150;

export type InSight = {
  from: number;
  to: number;
  /** Heights of what is left out above and below, in pixels. */
  before: number;
  after: number;
  measure?: (row: HTMLTableRowElement | null) => void;
};

/** Comes when it is needed; until then all rows are in the page. */
const Windowing = lazyPart(() => import('./Windowing').then((module) => module.Windowing));

/** Of very many rows, those in sight. */
export function useWindowedRows<Body extends HTMLElement>(count: number) {
  const body = useRef<Body>(null);
  const [seen, onSight] = useState<InSight>();
  const isMany = count > MANY;
  const { from, to, before, after, measure }: InSight =
    isMany && seen ? seen : { from: 0, to: count, before: 0, after: 0 };
  return { body, from, to, before, after, measure, isMany, Windowing, onSight };
}
