import { useUser } from '@/api/useSession';
import { type FeatureKey, GROUPS } from './model';

const MANAGEMENT: readonly FeatureKey[] = GROUPS.management;

/** Whether one may say this: access to the management center is for whoever has the right to give it (PPL-2). */
export function useMayGrant(name: FeatureKey): boolean {
  const me = useUser();
  const mayGrant = me?.role !== 'team_manager' || me.rights.includes('grant_management_access');
  return mayGrant || !MANAGEMENT.includes(name);
}
