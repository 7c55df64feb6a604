import { createRoute } from '@tanstack/react-router';
import { inside } from './inside';
import { page } from './page';

const codes = createRoute({
  getParentRoute: () => inside,
  path: '/codes',
  component: page('codes', () => import('@/features/codes/CodesPage'), 'CodesPage'),
});

export const codeRoutes = [codes] as const;
