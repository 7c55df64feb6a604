import type { LoginsTaken, TakenLogin } from '@/api/types';

export const nameOf = ({ first_name, last_name }: TakenLogin) => `${first_name} ${last_name}`.trim();

/** Whose idle login was to be ended, if they have been heard of meanwhile. */
export const worksAgain = ({ taken }: LoginsTaken, displaced: string) =>
  taken.find(({ user_id, idle }) => user_id === displaced && !idle);
