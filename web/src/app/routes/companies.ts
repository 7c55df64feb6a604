import { createRoute } from '@tanstack/react-router';
import { type CompanyTab, readTab } from '@/features/companies/tabs';
import { textOf } from '../textOf';
import { inside } from './inside';
import { page } from './page';

const companies = createRoute({
  getParentRoute: () => inside,
  path: '/companies',
  validateSearch: (search): { text?: string } => ({ text: textOf(search.text) }),
  component: page('companies', () => import('@/features/companies/CompaniesPage'), 'CompaniesPage'),
});

const company = createRoute({
  getParentRoute: () => inside,
  path: '/companies/$id',
  validateSearch: (search): { tab?: CompanyTab } => {
    const tab = readTab(search.tab);
    return tab ? { tab } : {};
  },
  component: page('companies', () => import('@/features/companies/CompanyPage'), 'CompanyPage'),
});

const merge = createRoute({
  getParentRoute: () => inside,
  path: '/companies/merges/$id',
  component: page('companies', () => import('@/features/companies/merge/MergePage'), 'MergePage'),
});

export const companyRoutes = [companies, company, merge] as const;
