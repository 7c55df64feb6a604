import { createRoute } from '@tanstack/react-router';
import { readUserSearch, type UserSearch } from '@/features/users/search';
import { textOf } from '../textOf';
import { inside } from './inside';
import { page } from './page';

const users = createRoute({
  getParentRoute: () => inside,
  path: '/users',
  validateSearch: (search): UserSearch => readUserSearch(search),
  component: page('users', () => import('@/features/users/UsersPage'), 'UsersPage'),
});

const newUser = createRoute({
  getParentRoute: () => inside,
  path: '/users/new',
  validateSearch: (search): { company_id?: string } => ({ company_id: textOf(search.company_id) }),
  component: page('users', () => import('@/features/users/NewUserPage'), 'NewUserPage'),
});

const batch = createRoute({
  getParentRoute: () => inside,
  path: '/users/batch',
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

export const peopleRoutes = [users, newUser, batch, user, seats] as const;
