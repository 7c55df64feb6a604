import type { Team, TeamPart } from '@/api/types';

/** What of a team can be copied, in the order of its page. */
export const PARTS = [
  'available_logins',
  'password_policy',
  'message',
  'features',
] as const satisfies TeamPart[];

const BLANK: Record<TeamPart, (team: Team) => boolean> = {
  available_logins: ({ available_logins }) => (available_logins ?? null) === null,
  password_policy: ({ password_policy }) =>
    Object.values(password_policy).every((value) => (value ?? null) === null),
  message: ({ message }) => message === '',
  features: ({ features }) => Object.keys(features).length === 0,
};

/** Whether a team itself says nothing of it; what it inherits is not its own. */
export const isBlank = (team: Team, part: TeamPart) => BLANK[part](team);
