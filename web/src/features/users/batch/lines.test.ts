import { expect, it } from 'vitest';
import type { BatchLine } from '@/api/types';
import { restOf, withTeam } from './lines';

const line = (text: string, verdict: BatchLine['verdict']): BatchLine => ({
  line: 1,
  verdict,
  text,
  values: {},
  errors: [],
  user_id: null,
});

/** PPL-12 */
it('keeps the lines that were refused, under the names of their columns', () => {
  const items = [line('Ada;ada@x.example', 'ok'), line('Bo;', 'invalid')];
  expect(restOf('First_Name;LOGIN\nAda;ada@x.example\nBo;', items)).toBe('First_Name;LOGIN\nBo;');
  expect(restOf('Ada;;ada@x.example\nBo;', items)).toBe('Bo;');
  expect(restOf('login\nAda', [line('Ada', 'ok')])).toBe('');
});

/** PPL-12 */
it('puts into a team whoever names none, with and without names of columns', () => {
  expect(withTeam('Ada,Lovelace,ada@x.example\n', 'Day')).toBe('Ada,Lovelace,ada@x.example,,,Day\n');
  expect(withTeam('Bo,Ek,bo@x.example,,,Night', 'Day')).toBe('Bo,Ek,bo@x.example,,,Night');
  expect(withTeam('login;first_name\nada@x.example;Ada', 'Day')).toBe(
    'login;first_name;team\nada@x.example;Ada;Day',
  );
  expect(withTeam('login,team\nada@x.example,\nbo@x.example,Night', 'Day, early')).toBe(
    'login,team\nada@x.example,"Day, early"\nbo@x.example,Night',
  );
  expect(withTeam('"Ek, junior",Bo,bo@x.example', 'Day')).toBe('"Ek, junior",Bo,bo@x.example,,,Day');
});
