import { createRoute } from '@tanstack/react-router';
import { readTab, type TeamTab } from '@/features/teams/tabs';
import { textOf } from '../textOf';
import { inside } from './inside';
import { page } from './page';

const teams = createRoute({
  getParentRoute: () => inside,
  path: '/teams',
  validateSearch: (search): { text?: string } => ({ text: textOf(search.text) }),
  component: page('teams', () => import('@/features/teams/TeamsPage'), 'TeamsPage'),
});

const team = createRoute({
  getParentRoute: () => inside,
  path: '/teams/$id',
  validateSearch: (search): { tab?: TeamTab } => {
    const tab = readTab(search.tab);
    return tab ? { tab } : {};
  },
  component: page('teams', () => import('@/features/teams/TeamPage'), 'TeamPage'),
});

/** A tab of the page above. */
const teamFeatures = createRoute({
  getParentRoute: () => team,
  path: '/features',
  component: page(
    'support-features',
    () => import('@/features/support-features/TeamFeaturesPage'),
    'TeamFeaturesPage',
  ),
});

const features = createRoute({
  getParentRoute: () => inside,
  path: '/features',
  component: page(
    'support-features',
    () => import('@/features/support-features/AccountFeaturesPage'),
    'AccountFeaturesPage',
  ),
});

const matrix = createRoute({
  getParentRoute: () => inside,
  path: '/features/matrix',
  validateSearch: (search): { team_id?: string; portal_id?: string } => ({
    team_id: textOf(search.team_id),
    portal_id: textOf(search.portal_id),
  }),
  component: page('support-features', () => import('@/features/support-features/MatrixPage'), 'MatrixPage'),
});

export const teamRoutes = [teams, team.addChildren([teamFeatures]), features, matrix] as const;
