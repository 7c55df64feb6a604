import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { page } from './page';
import { root } from './root';

const frame = createRoute({
  getParentRoute: () => root,
  id: 'reference',
  component: lazyRouteComponent(() => import('../shell/DocsShell'), 'DocsShell'),
});

const docs = createRoute({
  getParentRoute: () => frame,
  path: '/docs',
  component: page('docs', () => import('@/features/docs/DocsPage'), 'DocsPage'),
});

export const docsRoutes = frame.addChildren([docs]);
