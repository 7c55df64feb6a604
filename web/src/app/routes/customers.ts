import { createRoute } from '@tanstack/react-router';
import {
  type CustomerSearch,
  type CustomerTab,
  readCustomerSearch,
  readTab,
} from '@/features/customers/search';
import { textOf } from '../textOf';
import { inside } from './inside';
import { page } from './page';

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: page('home', () => import('@/features/home/HomePage'), 'HomePage'),
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  validateSearch: (search): CustomerSearch => readCustomerSearch(search),
  component: page('customers', () => import('@/features/customers/CustomersPage'), 'CustomersPage'),
});

const newCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/new',
  validateSearch: (search): { company_id?: string } => ({ company_id: textOf(search.company_id) }),
  component: page('customers', () => import('@/features/customers/NewCustomerPage'), 'NewCustomerPage'),
});

const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id',
  validateSearch: (search): { tab?: CustomerTab } => {
    const tab = readTab(search.tab);
    return tab ? { tab } : {};
  },
  component: page('customers', () => import('@/features/customers/CustomerPage'), 'CustomerPage'),
});

const editCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id/edit',
  component: page('customers', () => import('@/features/customers/EditCustomerPage'), 'EditCustomerPage'),
});

const erasure = createRoute({
  getParentRoute: () => inside,
  path: '/erasures/$id',
  component: page('erasures', () => import('@/features/erasures/ErasurePage'), 'ErasurePage'),
});

const accessChange = createRoute({
  getParentRoute: () => inside,
  path: '/customers/access/$id',
  component: page('customers', () => import('@/features/customers/AccessChangePage'), 'AccessChangePage'),
});

const exports = createRoute({
  getParentRoute: () => inside,
  path: '/exports',
  component: page('exports', () => import('@/features/exports/ExportsPage'), 'ExportsPage'),
});

export const customerRoutes = [
  home,
  customers,
  newCustomer,
  customer,
  editCustomer,
  erasure,
  accessChange,
  exports,
] as const;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What has just become of a customer: said once on their page. */
    done?: 'created' | 'saved';
  }
}
