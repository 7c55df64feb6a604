import type { Said } from '@/api/features';
import type { FeatureLevel, FeatureWhy } from '@/api/types';

/** The closed list of features (SET-3), by what they are about, in the order in which people look for them. */
export const GROUPS = {
  help: [
    'chat',
    'screen_view',
    'remote_control',
    'annotate',
    'clipboard',
    'push_url',
    'diagnostics',
    'reboot_reconnect',
  ],
  files: ['file_transfer_send', 'file_transfer_receive'],
  recording: ['record_session', 'record_location'],
  together: [
    'transfer_representative',
    'transfer_portal',
    'invite_internal',
    'invite_external',
    'invite_masked',
  ],
  limits: ['max_concurrent_sessions', 'max_active_codes'],
  end: ['end_prompt', 'outcome_required', 'lock_on_end', 'representative_survey', 'customer_survey'],
  management: ['management_access', 'own_reports', 'own_session_review'],
} as const;

export type Group = keyof typeof GROUPS;
export type FeatureKey = (typeof GROUPS)[Group][number];
export type Value = boolean | number | string;

export const GROUP_NAMES = Object.keys(GROUPS) as Group[];
export const KEYS = Object.values(GROUPS).flat() as readonly FeatureKey[];

/** What a feature can be, and what it is where nobody says anything. */
export type Kind = {
  kind: 'switch' | 'limit' | 'end_prompt' | 'record_location';
  default: Value;
  min?: number | null;
  max?: number | null;
};
export type Kinds = ReadonlyMap<string, Kind>;

/** Those who say something, from the widest to the narrowest; teams have a name. */
export type Place = { level: FeatureLevel; name?: string | undefined; said: Said };

export function choicesOf({ kind, min, max }: Kind): Value[] {
  if (kind === 'switch') return [true, false];
  if (kind === 'end_prompt') return ['off', 'optional', 'required'];
  if (kind === 'record_location') return ['cloud', 'representative', 'customer'];
  const [from, to] = [min ?? 0, max ?? 0];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** The names of the teams that somebody is in, as far as one may know them. */
export type TeamNames = { team?: string | undefined; subteam?: string | undefined };

/** Those above a representative, with what each says, out of the reasons that the server gives. */
export function aboveOf(whys: Pick<FeatureWhy, 'key' | 'chain'>[], names: TeamNames): Place[] {
  const saidAt = (level: FeatureLevel): Said =>
    Object.fromEntries(
      whys.flatMap(({ key, chain }) => {
        const step = chain.find((one) => one.level === level);
        return step ? [[key, { value: step.value, locked: step.locked }]] : [];
      }),
    );
  const places: Place[] = [{ level: 'account', said: saidAt('account') }];
  for (const level of ['team', 'subteam'] as const) {
    const place: Place = { level, name: names[level], said: saidAt(level) };
    if (place.name || Object.keys(place.said).length > 0) places.push(place);
  }
  return places;
}

const valueAt = ({ said }: Place, key: string) => said[key]?.value as Value | undefined;

/**
 * What holds and whose word it is, as the server decides: the narrowest that says something, unless a wider one has locked it;
 * of numbers the smallest. A form needs it for what is not saved yet.
 */
export function decide(key: string, kind: Kind, chain: Place[]): { value: Value; by: Place | undefined } {
  let decided: { value: Value; by: Place | undefined } = { value: kind.default, by: undefined };
  for (const place of chain) {
    const value = valueAt(place, key);
    if (value === undefined) continue;
    const isLess = !(kind.kind === 'limit' && decided.by) || value < decided.value;
    if (isLess) decided = { value, by: place };
    if (place.said[key]?.locked) break;
  }
  return decided;
}

/** The widest of them that has locked a feature, if one has. */
export const lockOf = (key: string, above: Place[]) => above.find(({ said }) => said[key]?.locked);

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const word = (said: Said, key: string) => {
  const one = said[key];
  return one && { value: one.value, locked: Boolean(one.locked) };
};

export const changedKeys = (before: Said, now: Said): FeatureKey[] =>
  KEYS.filter((key) => !same(word(before, key), word(now, key)));

/** With one feature said otherwise; nothing takes back what was said. */
export function withWord(said: Said, key: string, one: Said[string] | undefined): Said {
  const { [key]: _, ...others } = said;
  return one ? { ...others, [key]: one } : others;
}

/** Somebody else's words with what was changed here on top, and whether both have changed the same. */
export function rebase(before: Said, mine: Said, theirs: Said): { said: Said; met: boolean } {
  const changed = changedKeys(before, mine);
  const said = changed.reduce((all, key) => withWord(all, key, mine[key]), theirs);
  const met = changed.some((key) => !same(word(before, key), word(theirs, key)));
  return { said, met };
}
