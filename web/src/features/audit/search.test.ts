import { expect, it } from 'vitest';
import { filterOf, readAuditSearch } from './search';

/** AUD-1 */
it('keeps what is sensible of an address', () => {
  expect(readAuditSearch({ who: 'usr_1', from: '2026-11-01', to: 'yesterday', else: 1 })).toEqual({
    who: 'usr_1',
    from: '2026-11-01',
  });
});

it('looks to the end of the last day', () => {
  const { from, to } = filterOf({ from: '2026-11-01', to: '2026-11-01' });
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000);
});
