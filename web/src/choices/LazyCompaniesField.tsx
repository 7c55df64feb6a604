import { lazyField } from '@/ui/lazyField';

/** The same, on a page that is shown before the library of its list has come. */
export const LazyCompaniesField = lazyField(() =>
  import('./CompaniesField').then((module) => module.CompaniesField),
);
