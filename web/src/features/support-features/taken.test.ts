import { expect, it } from 'vitest';
import { leavable, takenTo } from './taken';

/** SET-3 */
it('lets a portal take away and never give', () => {
  expect(leavable({ kind: 'switch', default: true })).toEqual([false]);
  expect(leavable({ kind: 'limit', default: 8, min: 1, max: 4 })).toEqual([1, 2, 3]);
  expect(leavable({ kind: 'end_prompt', default: 'off' })).toEqual(['off', 'optional']);
  expect(leavable({ kind: 'record_location', default: 'cloud' })).toHaveLength(3);
});

it('says nothing more of what is left as it is', () => {
  expect(takenTo(false)).toEqual({ value: false, locked: false });
  expect(takenTo(undefined)).toBeUndefined();
});
