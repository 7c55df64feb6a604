import { expect, it } from 'vitest';
import { firstFilled } from './pages';

it('goes past empty pages to the first with something on it', async () => {
  const pages: Record<string, { items: number[]; next_cursor: string | null }> = {
    start: { items: [], next_cursor: 'b' },
    b: { items: [], next_cursor: 'c' },
    c: { items: [1], next_cursor: 'd' },
  };
  const read = async (cursor = 'start') => pages[cursor] ?? { items: [], next_cursor: null };
  expect(await firstFilled(read, undefined)).toEqual({ items: [1], next_cursor: 'd' });
  expect(await firstFilled(read, 'd')).toEqual({ items: [], next_cursor: null });
});

it('gives up at some time, and leaves the rest to a click', async () => {
  let asked = 0;
  const page = await firstFilled(async () => {
    asked += 1;
    return { items: [], next_cursor: 'on' };
  }, undefined);
  expect(page.next_cursor).toBe('on');
  expect(asked).toBeLessThan(100);
});
