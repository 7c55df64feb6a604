import { lazyField } from '@/ui/lazyField';

/** The same, on a page that is shown before the library of its list has come. */
export const LazyTeamsField = lazyField(() => import('./TeamsField').then((module) => module.TeamsField));
