/** The log's filter lives in the address; days as they are chosen, by the clock of who looks. */
export type AuditSearch = {
  who?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
};

export const THINGS = [
  'customer',
  'company',
  'device',
  'contact',
  'service',
  'import',
  'export',
  'access_change',
  'avatar',
  'erasure',
  'denylist',
  'user',
  'team',
  'features',
  'portal',
  'query',
  'sign_in',
  'api_key',
  'account',
  'settings',
  'logo',
] as const;

const KEYS = ['who', 'action', 'subject', 'from', 'to'] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const found: AuditSearch = {};
  for (const key of KEYS) {
    const value = search[key];
    const isDay = key === 'from' || key === 'to';
    if (typeof value === 'string' && value && (!isDay || DAY.test(value))) found[key] = value;
  }
  return found;
}

export const isFiltered = (search: AuditSearch) => Object.keys(search).length > 0;

/** The API wants moments: a day from its beginning, and the last one to its end. */
export function filterOf({ from, to, ...rest }: AuditSearch) {
  const begin = (day: string, later: number) => {
    const moment = new Date(`${day}T00:00`);
    moment.setDate(moment.getDate() + later);
    return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
  };
  return { ...rest, from: from && begin(from, 0), to: to && begin(to, 1) };
}
