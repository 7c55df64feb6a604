import type { JobState } from './types';

/** Nothing more will come of it: pages stop asking. */
export const isOver = (state: JobState) => state === 'done' || state === 'cancelled' || state === 'failed';
