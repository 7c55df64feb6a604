import { expect, it } from 'vitest';
import type { Member, Team } from '@/api/types';
import { boardOf, type Column, countOf } from './board';
import { placesOf } from './useCarry';

const team = (id: string, name: string, parent_id: string | null = null) => ({ id, name, parent_id }) as Team;
const person = (first_name: string, team_id: string | null) =>
  ({ id: first_name, first_name, last_name: 'Otero', login: '', team_id, team_ids: [] }) as unknown as Member;

const teams = [team('d', 'Day'), team('e', 'Early', 'd'), team('n', 'Night')];
const people = [
  person('Ann', 'd'),
  person('Édith', 'e'),
  person('Bo', 'n'),
  person('Cy', null),
  person('Di', 'gone'),
];
const managers = [{ ...person('Tea', null), team_ids: ['d'] }];

const told = (columns: Column[]): unknown =>
  columns.map(({ team, people, subteams }) => [
    team?.name ?? '-',
    people.map(({ first_name }) => first_name).join(' '),
    ...(subteams.length > 0 ? [told(subteams)] : []),
  ]);
const board = (text?: string, seesNone = true) => boardOf(teams, people, managers, { text, seesNone });

/** TEA-1, TEA-2 */
it('shows teams with their subteams, people and managers, and last who is in none', () => {
  expect(told(board())).toEqual([
    ['Day', 'Ann', [['Early', 'Édith']]],
    ['Night', 'Bo'],
    ['-', 'Cy Di'],
  ]);
  expect(board()[0]?.managers).toEqual(['Tea Otero']);
  expect(board().map(countOf)).toEqual([2, 1, 2]);
  expect(told(board(undefined, false))).toHaveLength(2);
});

it('is filtered by people and by teams, whatever case and accents, and a team that matches is shown whole', () => {
  expect(told(board('edith'))).toEqual([['Day', '', [['Early', 'Édith']]]]);
  expect(told(board('DAY'))).toEqual([['Day', 'Ann', [['Early', 'Édith']]]]);
  expect(told(board('early'))).toEqual([['Day', '', [['Early', 'Édith']]]]);
  expect(told(board('cy'))).toEqual([['-', 'Cy']]);
});

/** UX-1 */
it('has an order in which a card is carried through it', () => {
  expect(placesOf(board())).toEqual(['d', 'e', 'n', null]);
});
