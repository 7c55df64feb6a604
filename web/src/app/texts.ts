/**
 * The texts lie in parts, so that a page loads its own: one file for each part and language. `base` is always there.
 * Which of the others a feature's pages need:
 */
export const PARTS = {
  'api-keys': ['desk'],
  audit: ['audit', 'contacts', 'customers', 'feature-words', 'people', 'setting-words'],
  codes: ['codes'],
  companies: ['companies', 'contacts', 'desk', 'devices', 'people'],
  contacts: ['contacts'],
  customers: ['customers'],
  denylist: ['desk'],
  devices: ['contacts', 'devices'],
  erasures: ['desk'],
  docs: ['desk'],
  exports: ['desk'],
  home: [],
  imports: ['imports'],
  organisation: ['organisation'],
  portal: ['entrance'],
  portals: ['portals'],
  profile: ['desk'],
  seats: ['people', 'seats'],
  services: ['desk'],
  settings: ['setting-words', 'settings'],
  'sign-in': ['entrance'],
  'support-features': ['feature-words', 'features', 'portal-words'],
  teams: ['feature-words', 'people', 'portal-words', 'teams'],
  users: ['people'],
} as const satisfies Record<string, readonly string[]>;

export type Feature = keyof typeof PARTS;
export type Part = 'base' | (typeof PARTS)[Feature][number];
