import { focusManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchAttention } from './attention';

const MINUTE = 60_000;
const page = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  watchAttention(page);
});

afterEach(() => vi.useRealTimers());

/** TEA-3, PPL-15 */
it('lets rest what goes by the clock once nobody has touched anything for ten minutes', () => {
  vi.advanceTimersByTime(10 * MINUTE - 1);
  expect(focusManager.isFocused()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(focusManager.isFocused()).toBe(false);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(focusManager.isFocused()).toBe(false);
});

it.each(['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'])(
  'takes a %s for somebody, who finds all going on at once',
  (sign) => {
    vi.advanceTimersByTime(9 * MINUTE);
    page.dispatchEvent(new Event(sign));
    vi.advanceTimersByTime(9 * MINUTE);
    expect(focusManager.isFocused()).toBe(true);
    vi.advanceTimersByTime(MINUTE);
    expect(focusManager.isFocused()).toBe(false);
    const told = vi.fn();
    const stop = focusManager.subscribe(told);
    page.dispatchEvent(new Event(sign));
    expect(told).toHaveBeenCalledExactlyOnceWith(true);
    stop();
  },
);

it('does not take a page behind other windows for one in sight', () => {
  vi.advanceTimersByTime(10 * MINUTE);
  vi.stubGlobal('document', { visibilityState: 'hidden' });
  page.dispatchEvent(new Event('pointermove'));
  expect(focusManager.isFocused()).toBe(false);
  vi.unstubAllGlobals();
});
