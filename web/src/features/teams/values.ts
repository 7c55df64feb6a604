import type { Team, TeamInput } from '@/api/types';

/** What the form holds: numbers as they are typed, since nothing is a value, too. */
export type TeamValues = {
  name: string;
  parent_id: string;
  portal_id: string;
  /** None: all of the portal's. */
  subportal_ids: string[];
  available_logins: string;
  min_length: string;
  max_age_days: string;
  message: string;
};

const typed = (number: number | null | undefined) =>
  number === null || number === undefined ? '' : String(number);

export const valuesOf = (team: Team): TeamValues => ({
  name: team.name,
  parent_id: team.parent_id ?? '',
  portal_id: team.portal_id ?? '',
  subportal_ids: team.subportal_ids,
  available_logins: typed(team.available_logins),
  min_length: typed(team.password_policy.min_length),
  max_age_days: typed(team.password_policy.max_age_days),
  message: team.message,
});

/** Nothing typed is nothing said; what is no number is sent as one that the server refuses at its field. */
const numberOf = (text: string) => (text.trim() === '' ? null : Math.trunc(Number(text)) || 0);

const SENT: Record<keyof TeamValues, (values: TeamValues) => TeamInput> = {
  name: ({ name }) => ({ name }),
  parent_id: ({ parent_id }) => ({ parent_id: parent_id || null }),
  portal_id: ({ portal_id, subportal_ids }) => ({ portal_id: portal_id || null, subportal_ids }),
  subportal_ids: ({ subportal_ids }) => ({ subportal_ids }),
  available_logins: ({ available_logins }) => ({ available_logins: numberOf(available_logins) }),
  min_length: ({ min_length }) => ({ password_policy: { min_length: numberOf(min_length) } }),
  max_age_days: ({ max_age_days }) => ({ password_policy: { max_age_days: numberOf(max_age_days) } }),
  message: ({ message }) => ({ message }),
};

export const changedFields = (before: TeamValues, now: TeamValues) =>
  (Object.keys(SENT) as (keyof TeamValues)[]).filter((field) => String(before[field]) !== String(now[field]));

/** What differs, as a merge patch. */
export function changes(before: TeamValues, now: TeamValues): TeamInput {
  const parts = changedFields(before, now).map((field) => SENT[field](now));
  const policy = Object.assign({}, ...parts.map(({ password_policy }) => password_policy));
  return {
    ...(Object.assign({}, ...parts) as TeamInput),
    ...(Object.keys(policy).length > 0 && { password_policy: policy }),
  };
}

/** Somebody else's version with what was changed here on top. */
export const rebase = (before: TeamValues, mine: TeamValues, theirs: TeamValues): TeamValues => ({
  ...theirs,
  ...Object.fromEntries(changedFields(before, mine).map((field) => [field, mine[field]])),
});
