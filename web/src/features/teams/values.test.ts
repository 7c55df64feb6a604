import { expect, it } from 'vitest';
import { changes, rebase, type TeamValues } from './values';

const day: TeamValues = {
  name: 'Day',
  parent_id: '',
  portal_id: '',
  subportal_ids: [],
  available_logins: '5',
  min_length: '',
  max_age_days: '',
  message: '',
};

/** TEA-1 */
it('sends what differs and nothing else; what is left blank is said by nobody', () => {
  expect(changes(day, day)).toEqual({});
  expect(changes(day, { ...day, available_logins: '', message: 'Hello' })).toEqual({
    available_logins: null,
    message: 'Hello',
  });
  expect(changes(day, { ...day, min_length: '12', max_age_days: '90' })).toEqual({
    password_policy: { min_length: 12, max_age_days: 90 },
  });
  expect(changes(day, { ...day, min_length: 'twelve' })).toEqual({ password_policy: { min_length: 0 } });
  expect(changes(day, { ...day, parent_id: 'tea_1' })).toEqual({ parent_id: 'tea_1' });
});

it('lays what was typed over what somebody else has saved', () => {
  const theirs = { ...day, name: 'Early', message: 'Theirs' };
  expect(rebase(day, { ...day, message: 'Mine' }, theirs)).toEqual({ ...theirs, message: 'Mine' });
});
