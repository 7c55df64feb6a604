/** What a portal's page shows, in this order; what features it takes away is a page of its own within it. */
export const TABS = ['overview', 'settings', 'representatives', 'subportals', 'features', 'queries'] as const;

export type Tab = (typeof TABS)[number];
export type PortalTab = Exclude<Tab, 'features' | 'overview'>;

const IN_ADDRESS: readonly PortalTab[] = ['settings', 'representatives', 'subportals', 'queries'];

export const readTab = (value: unknown): PortalTab | undefined => IN_ADDRESS.find((tab) => tab === value);
