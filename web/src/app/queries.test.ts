import { environmentManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ofOne } from '@/api/pages';
import { Problem } from '@/api/problem';
import { queries } from './queries';

const MINUTE = 60_000;
const person = { name: 'Ines Otero' };
const ask = vi.fn();

/** As a page does that lies open. */
function open() {
  const page = new QueryObserver(queries, { ...ofOne, queryKey: ['customer', 'cus_1'], queryFn: ask });
  return { page, close: page.subscribe(() => undefined) };
}

beforeEach(() => {
  vi.useFakeTimers();
  // The library asks nothing by the clock where it finds no browser.
  environmentManager.setIsServer(() => false);
  ask.mockReset().mockResolvedValueOnce(person);
});

afterEach(() => {
  queries.clear();
  vi.useRealTimers();
});

/** PPL-10 */
it.each([403, 404])('forgets what it knew of a thing once the server answers %i', async (status) => {
  const { page, close } = open();
  await vi.advanceTimersByTimeAsync(0);
  expect(page.getCurrentResult().data).toEqual(person);
  queries.setQueryData(['customers', 'list'], [person]);
  ask.mockRejectedValue(new Problem(status));
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(page.getCurrentResult()).toMatchObject({ isError: true, isPending: false, data: undefined });
  expect(queries.getQueryData(['customers', 'list'])).toBeUndefined();
  // The refusal stands, and does not flicker by the minute.
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(ask).toHaveBeenCalledTimes(2);
  close();
});

it.each([0, 429, 500])('goes on showing it after a fault (%i), and finds it again', async (status) => {
  const { page, close } = open();
  await vi.advanceTimersByTimeAsync(0);
  ask.mockRejectedValueOnce(new Problem(status)).mockRejectedValueOnce(new Problem(status));
  await vi.advanceTimersByTimeAsync(MINUTE + 5000);
  expect(page.getCurrentResult().data).toEqual(person);
  ask.mockReset().mockResolvedValue({ name: 'Ines Roth' });
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(page.getCurrentResult()).toMatchObject({ isError: false, data: { name: 'Ines Roth' } });
  close();
});
