import { describe, expect, it } from 'vitest';
import { marks, paths } from './trend';

describe('the marks of an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [7, [0, 5, 10]],
    [103, [0, 50, 100, 150]],
    [1_000_000, [0, 500_000, 1_000_000]],
  ])('for %d are round', (most, expected) => expect(marks(most)).toEqual(expected));
});

describe('the line', () => {
  it('goes from the first value to the last, and the area down to nothing', () => {
    expect(paths([0, 5, 10], 10)).toEqual({
      line: 'M0 100L50 50L100 0',
      area: 'M0 100L50 50L100 0L100 100L0 100Z',
    });
  });

  it('of one value is level', () => expect(paths([4], 8).line).toBe('M0 50L100 50'));
});
