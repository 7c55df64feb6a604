import { expect, it } from 'vitest';
import type { OrganisationStep } from '@/api/types';
import { differencesOf, grouped, written } from './plan';

it('tells what differs down to single values, and lists as a whole', () => {
  const before = { name: 'Help', texts: { de: { title: 'Hilfe' } }, categories: ['a'], company: null };
  const after = {
    name: 'Help',
    texts: { de: { title: 'Service' }, fr: { title: 'Aide' } },
    categories: ['a', 'b'],
  };
  expect(differencesOf(before, after)).toEqual([
    { place: 'texts.de.title', before: 'Hilfe', after: 'Service' },
    { place: 'texts.fr.title', before: undefined, after: 'Aide' },
    { place: 'categories', before: ['a'], after: ['a', 'b'] },
  ]);
});

it('leaves out what is nothing before and after', () => {
  expect(differencesOf({ parent: null }, { subportals: [], message: '', features: {} })).toEqual([]);
  expect(differencesOf({}, { available_logins: 0, open: false })).toHaveLength(2);
});

it('writes values as people read them', () => {
  expect(written(['a', 'b'])).toBe('a, b');
  expect(written([{ label: 'Room' }])).toBe('[{"label":"Room"}]');
  expect(written(false)).toBe('false');
  expect(written(null)).toBe('');
});

it('groups steps by what is done', () => {
  const step = (action: OrganisationStep['action'], name: string): OrganisationStep => ({
    action,
    kind: 'team',
    name,
    before: {},
    after: {},
  });
  const groups = grouped([step('delete', 'a'), step('create', 'b'), step('create', 'c')]);
  expect(groups.map(({ action, steps }) => [action, steps.length])).toEqual([
    ['create', 2],
    ['delete', 1],
  ]);
});
