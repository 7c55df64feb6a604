import { createRoute } from '@tanstack/react-router';
import { readUserSearch, type UserSearch } from '@/features/users/search';
import { textOf } from '../textOf';
import { inside } from './inside';
import { page } from './page';
import { teamRoutes } from './teams';

/** What is known of somebody before they are added. */
type Start = { company_id?: string; team_id?: string; role?: 'team_manager' };

const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  validateSearch: (search): UserSearch => readUserSearch(search),
  component: page('users', () => import('@/features/users/UsersPage'), 'UsersPage'),
});

const newUser = createRoute({
  getParentRoute: () => inside,
  path: '/users/new',
  validateSearch: (search): Start => ({
    company_id: textOf(search.company_id),
    team_id: textOf(search.team_id),
    role: search.role === 'team_manager' ? search.role : undefined,
  }),
  component: page('users', () => import('@/features/users/NewUserPage'), 'NewUserPage'),
});

const batch = createRoute({
  getParentRoute: () => inside,
  path: '/users/batch',
  validateSearch: (search): { team_id?: string } => ({ team_id: textOf(search.team_id) }),
  component: page('users', () => import('@/features/users/batch/BatchPage'), 'BatchPage'),
});

const seats = createRoute({
  getParentRoute: () => inside,
  path: '/seats',
  component: page('seats', () => import('@/features/seats/SeatsPage'), 'SeatsPage'),
});

const user = createRoute({
  getParentRoute: () => inside,
  path: '/users/$id',
  component: page('users', () => import('@/features/users/UserPage'), 'UserPage'),
});

/** A tab of the page above. */
const userFeatures = createRoute({
  getParentRoute: () => user,
  path: '/features',
  validateSearch: (search): { key?: string } => ({ key: textOf(search.key) }),
  component: page(
    'support-features',
    () => import('@/features/support-features/UserFeaturesPage'),
    'UserFeaturesPage',
  ),
});

export const peopleRoutes = [
  users,
  newUser,
  batch,
  user.addChildren([userFeatures]),
  seats,
  ...teamRoutes,
] as const;
