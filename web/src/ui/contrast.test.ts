import { describe, expect, it } from 'vitest';
import { contrastToWhite, LEAST, readable } from './contrast';

/** SET-1, UX-1 */
describe('the contrast of a colour', () => {
  it('is as the guidelines compute it', () => {
    for (const [colour, expected] of [
      ['#000000', 21],
      ['#FFFFFF', 1],
      ['#777777', 4.48],
      ['#ffc800', 1.55],
    ] as const) {
      expect(contrastToWhite(colour)).toBeCloseTo(expected, 1);
    }
    for (const none of ['', '#fff', 'red', '#0b6f8g']) expect(contrastToWhite(none)).toBeUndefined();
  });

  it('is enough for a darker tone of any colour', () => {
    for (const colour of ['#ffc800', '#ffffff', '#00ff00', '#777777']) {
      expect(contrastToWhite(readable(colour))).toBeGreaterThanOrEqual(LEAST);
    }
    expect(readable('#0b6f88')).toBe('#0b6f88');
  });
});
