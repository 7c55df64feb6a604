import type { Member, MemberInput, Module, Right, Role } from '@/api/types';

export const RIGHTS: readonly Right[] = [
  'manage_representatives',
  'move_representatives',
  'manage_settings',
  'run_reports',
  'review_sessions',
  'monitor_sessions',
  'grant_management_access',
  'manage_monthly_reports',
];
export const MODULES: readonly Module[] = ['remote_support', 'service_desk', 'management'];

/** There are none for management. */
export const SEATED = ['remote_support', 'service_desk'] as const;

/** What the form holds. */
export type UserValues = Required<Omit<MemberInput, 'status'>>;
export type UserField = keyof UserValues;

export const NEW: UserValues = {
  first_name: '',
  last_name: '',
  login: '',
  email: '',
  screen_name: '',
  custom: '',
  locale: null,
  time_zone: '',
  role: 'representative',
  team_id: null,
  team_ids: [],
  rights: [],
  company_access: 'all',
  modules: ['service_desk'],
  seats: { remote_support: null, service_desk: null },
};

const FIELDS = Object.keys(NEW) as UserField[];

export const valuesOf = (user: Member): UserValues =>
  Object.fromEntries(FIELDS.map((field) => [field, user[field] ?? NEW[field]])) as UserValues;

/** Who has the account has all of it, and what a role can't have is not said of it. */
export const hasAccount = (role: Role) => role === 'company_manager' || role === 'api_manager';

export const modulesOf = ({ role, modules }: UserValues): readonly Module[] =>
  role === 'company_manager' ? MODULES : role === 'api_manager' ? [] : modules;

/** What is sent of what was chosen: what belongs to another role stays in the form alone, in case it is chosen again. */
export function fitting(values: UserValues): UserValues {
  const { role, seats } = values;
  const open = modulesOf(values);
  const seat = (module: (typeof SEATED)[number]) => (open.includes(module) ? (seats[module] ?? null) : null);
  return {
    ...values,
    team_id: role === 'representative' ? values.team_id : null,
    team_ids: role === 'team_manager' ? values.team_ids : [],
    rights: role === 'team_manager' ? values.rights : [],
    company_access: hasAccount(role) ? 'all' : values.company_access,
    modules: [...open],
    seats: { remote_support: seat('remote_support'), service_desk: seat('service_desk') },
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields that differ, with their new values. */
export function changes(before: UserValues, now: UserValues): MemberInput {
  const [known, wanted] = [fitting(before), fitting(now)];
  return Object.fromEntries(
    FIELDS.filter((field) => !same(known[field], wanted[field])).map((field) => [field, wanted[field]]),
  );
}
