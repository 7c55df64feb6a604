import type { Member } from '@/api/types';

export const nameOf = ({ first_name, last_name, login }: Member) =>
  `${first_name} ${last_name}`.trim() || login;

export const TONES = { active: 'good', invited: 'warn', suspended: 'bad' } as const;
