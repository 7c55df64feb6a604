import type { Permission, User } from './types';
import { useUser } from './useSession';

/** Whoever is signed in, with what the server says that they may do. */
export type Permitted = Pick<User, 'permissions'>;

/**
 * Whether they may do it. It is the server that refuses; here it decides what is offered, so that nobody sees a control that
 * would only tell them no.
 */
export const may = ({ permissions }: Permitted, permission: Permission): boolean =>
  permissions.includes(permission);

/** The same of who is signed in. */
export function useMay(permission: Permission): boolean {
  const user = useUser();
  return user !== undefined && may(user, permission);
}
