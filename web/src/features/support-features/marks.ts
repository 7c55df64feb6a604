import type { FeatureLevel } from '@/api/types';

/** Who says something; where nobody does there is no mark. */
export const MARKED = [
  'account',
  'team',
  'subteam',
  'representative',
  'portal',
] as const satisfies readonly FeatureLevel[];

export type Marked = (typeof MARKED)[number];

export const isMarked = (level: FeatureLevel): level is Marked => level !== 'default';
