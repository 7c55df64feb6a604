import { expect, it } from 'vitest';
import { inOrder, isManaged, pathOf, teamChoices } from './teams';

const teams = [
  { id: 'tea_1', name: 'Day', parent_id: null },
  { id: 'tea_2', name: 'Early', parent_id: 'tea_1' },
  { id: 'tea_3', name: 'Late', parent_id: 'tea_4' },
  { id: 'tea_4', name: 'Night', parent_id: null },
];

/** TEA-1 */
it('puts subteams below their teams, and those without a team that one sees at the top', () => {
  expect(inOrder(teams).map(({ name }) => name)).toEqual(['Day', 'Early', 'Night', 'Late']);
  expect(inOrder(teams.slice(1, 3)).map(({ name }) => name)).toEqual(['Early', 'Late']);
  expect(teamChoices(teams).map(({ label }) => label)).toEqual([
    'Day',
    'Day › Early',
    'Night',
    'Night › Late',
  ]);
  expect(pathOf(teams, null)).toBeUndefined();
});

/** PPL-1, PPL-13 */
it('knows that who manages a team manages its subteams, and nobody but company managers those in none', () => {
  expect(isManaged(teams, ['tea_1'], 'tea_2')).toBe(true);
  expect(isManaged(teams, ['tea_2'], 'tea_1')).toBe(false);
  expect(isManaged(teams, ['tea_1'], null)).toBe(false);
});
