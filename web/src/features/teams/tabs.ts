/** What a team's page shows, in this order; what features it says is a page of its own within it. */
export const TABS = ['representatives', 'settings', 'features', 'managers'] as const;

export type Tab = (typeof TABS)[number];
export type TeamTab = Exclude<Tab, 'features' | 'representatives'>;

export const readTab = (value: unknown): TeamTab | undefined =>
  value === 'settings' || value === 'managers' ? value : undefined;
