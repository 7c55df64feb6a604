/** What a company's page shows, in this order. */
export const TABS = ['customers', 'devices', 'users', 'contacts', 'services'] as const;

export type CompanyTab = (typeof TABS)[number];

export const readTab = (value: unknown): CompanyTab | undefined => TABS.find((tab) => tab === value);
