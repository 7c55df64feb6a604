import { expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { complaintsOf, inLists, reasonsOf, sorted } from './copies';

const part = (name: string) => ({ name, label: name, hint: '', isBlank: false });
const targets = [
  { value: 'tea_1', label: 'Day' },
  { value: 'tea_2', label: 'Night' },
];
const refused = (...errors: [field: string, message: string][]) =>
  new Problem(422, { errors: errors.map(([field, message]) => ({ field, code: '', message })) });

it('tells what is chosen in the order of the lists, without what is gone meanwhile', () => {
  const chosen = { parts: ['message', 'features'], targets: ['tea_2', 'tea_gone', 'tea_1'] };
  const lists = { parts: ['features', 'logins', 'message'].map(part), targets };
  const { parts, targets: found } = inLists(chosen, lists);
  expect(parts.map(({ name }) => name)).toEqual(['features', 'message']);
  expect(found.map(({ label }) => label)).toEqual(['Day', 'Night']);
});

it('tells who says the same now and who does not, also whom the list has lost meanwhile', () => {
  const done = (id: string) => ({ id, reasons: [] });
  const kept = { id: 'tea_2', reasons: ['It is locked above.'] };
  expect(sorted([done('tea_gone'), kept, done('tea_1')], targets)).toEqual({
    done: [done('tea_1'), done('tea_gone')],
    kept: [kept],
  });
});

it('puts every complaint at a field: what is not about the parts is about the targets', () => {
  expect(complaintsOf(refused(['parts', 'Choose.'], ['team_ids', 'Choose some.']))).toEqual({
    parts: 'Choose.',
    targets: 'Choose some.',
  });
  expect(complaintsOf(refused(['portal_ids.0', 'Unknown.'], ['portal_ids.3', 'Unknown.']))).toEqual({
    targets: 'Unknown.',
  });
  expect(complaintsOf(refused(['chat.value', 'Locked.'], ['team_ids.1', 'Unknown.']))).toEqual({
    targets: 'Locked. Unknown.',
  });
  expect(complaintsOf(new Problem(0))).toEqual({});
});

/** SET-3 */
it('gives a reason once, with all features that it is about', () => {
  const locked = (field: string) => ({ field, message: 'It is locked above.' });
  const errors = [
    locked('chat.value'),
    { field: 'clipboard.value', message: 'It can’t be that.' },
    locked('annotate.value'),
    locked('annotate.locked'),
  ];
  expect(reasonsOf(errors, (keys, message) => `${keys.join('+')}: ${message}`)).toEqual([
    'chat+annotate: It is locked above.',
    'clipboard: It can’t be that.',
  ]);
  expect(reasonsOf([], String)).toEqual([]);
});
