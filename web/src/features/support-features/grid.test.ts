import { expect, it } from 'vitest';
import { cellAt, goneBy, placeOf } from './grid';

/** UX-1 */
it('is walked through by the keys of a grid, and not left by them', () => {
  const last = { row: 20, column: 27 };
  const from = { row: 1, column: 1 };
  expect(goneBy('ArrowRight', from, last)).toEqual({ row: 1, column: 2 });
  expect(goneBy('ArrowUp', { row: 0, column: 1 }, last)).toEqual({ row: 0, column: 1 });
  expect(goneBy('PageDown', { row: 15, column: 1 }, last)).toEqual({ row: 20, column: 1 });
  expect(goneBy('Home', from, last)).toEqual({ row: 1, column: 0 });
  expect(goneBy('End', from, last)).toEqual({ row: 1, column: 27 });
  expect(goneBy('a', from, last)).toBeUndefined();
  expect(cellAt(placeOf(from))).toEqual(from);
  expect(cellAt(undefined)).toBeUndefined();
});
