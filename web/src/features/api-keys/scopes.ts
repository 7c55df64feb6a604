import type { Role, Scope } from '@/api/types';

/** What a key may be for. */
export const AREAS = [
  'customers',
  'companies',
  'devices',
  'contacts',
  'services',
  'imports',
  'exports',
  'denylist',
  'users',
  'teams',
  'portals',
  'queries',
  'seats',
  'audit',
] as const;

export type Area = (typeof AREAS)[number];
export type Level = 'none' | 'read' | 'write';
export type Levels = Partial<Record<Area, Level>>;

/** Of these there is nothing to change. */
const READ_ONLY: readonly Area[] = ['audit', 'queries'];

/** An API manager provisions, and looks at nothing else. */
export const areasOpenTo = (role: Role | undefined): Area[] =>
  AREAS.filter((area) => area !== 'audit' || role === 'company_manager');

export const levelsOf = (area: Area): Level[] =>
  READ_ONLY.includes(area) ? ['none', 'read'] : ['none', 'read', 'write'];

/** Who may change something may see it: programs need both. */
export function scopesOf(levels: Levels): Scope[] {
  return AREAS.flatMap((area): Scope[] => {
    const level = levels[area] ?? 'none';
    if (level === 'none') return [];
    const scopes = [`${area}:read`, `${area}:write`] as Scope[];
    return level === 'read' || READ_ONLY.includes(area) ? scopes.slice(0, 1) : scopes;
  });
}

/** The other way round, for keys that there are. */
export function readScopes(scopes: string[]): [Area, Level][] {
  return AREAS.flatMap((area): [Area, Level][] => {
    if (scopes.includes(`${area}:write`)) return [[area, 'write']];
    return scopes.includes(`${area}:read`) ? [[area, 'read']] : [];
  });
}
