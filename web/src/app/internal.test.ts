import { expect, it } from 'vitest';
import { internal } from './internal';

it('goes back to pages of this app only', () => {
  expect(internal('/import/imp_1?verdict=invalid')).toBe('/import/imp_1?verdict=invalid');
  for (const foreign of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    7,
    undefined,
  ]) {
    expect(internal(foreign)).toBeUndefined();
  }
});
