import { describe, expect, it } from 'vitest';
import { squareOf } from './picture';

/** CUS-5 */
describe('the chosen part of a picture', () => {
  it('is told in pixels of the whole picture', () => {
    expect(squareOf({ x: 25, y: 10, width: 50 }, { width: 400, height: 300 })).toEqual({
      x: 100,
      y: 30,
      size: 200,
    });
  });

  it('never reaches beyond an edge, however it was rounded', () => {
    expect(squareOf({ x: 50.2, y: 0.1, width: 50 }, { width: 201, height: 100 })).toEqual({
      x: 101,
      y: 0,
      size: 100,
    });
  });
});
