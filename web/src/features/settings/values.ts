import type { SettingsPatch } from '@/api/settings';
import type { Locale, SettingOrigin, Settings } from '@/api/types';

/** All but the logo, which is uploaded by itself. */
export type Key = Exclude<keyof Settings, 'logo'>;

/** The server answers values whole; only a patch may leave parts of them out. */
type Whole<Value> = Value extends (infer Item)[]
  ? Whole<Item>[]
  : Value extends object
    ? { [Part in keyof Value]-?: Whole<NonNullable<Value[Part]>> }
    : Value;
export type Words = { [Language in Locale]?: { singular: string; plural: string } };
export type Values = { [Name in Exclude<Key, 'company_word'>]: Whole<Settings[Name]['value']> } & {
  company_word: Words;
};

/** The settings by what they are about, in the order in which people look for them. */
export const PARTS = {
  looks: ['name', 'accent_colour'],
  language: ['locale', 'time_zone'],
  words: ['company_word'],
  registration: ['self_registration'],
  entry: ['require_two_factor', 'shared_seat_timeout'],
  sessions: ['session_recording', 'session_visibility', 'session_end', 'retention_days'],
  hours: ['business_hours', 'holidays'],
} as const satisfies Record<string, readonly Key[]>;

export type PartName = keyof typeof PARTS;

/** How the parts share a wide page: all of it, or its two halves. On a narrow one they follow each other. */
export const ROWS = [
  [['looks']],
  [
    ['language', 'words', 'registration'],
    ['entry', 'sessions'],
  ],
  [['hours']],
] as const satisfies readonly (readonly (readonly PartName[])[])[];

export const KEYS = Object.values(PARTS).flat() as readonly Key[];

export const valuesOf = (settings: Settings): Values =>
  Object.fromEntries(KEYS.map((key) => [key, settings[key].value])) as Values;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export const changedKeys = (before: Values, now: Values): Key[] =>
  KEYS.filter((key) => !same(before[key], now[key]));

/** As a merge patch: what is in neither of them stays, so a word that was taken away is said to be none. */
function wordPatch(before: Words, now: Words): Words {
  const gone = Object.keys(before).filter((language) => !(language in now));
  return { ...now, ...Object.fromEntries(gone.map((language) => [language, null])) };
}

/** What is sent: the changed settings with their new values. */
export function patchOf(before: Values, now: Values): SettingsPatch {
  const patch = Object.fromEntries(changedKeys(before, now).map((key) => [key, now[key]])) as SettingsPatch;
  if (patch.company_word) patch.company_word = wordPatch(before.company_word, now.company_word);
  return patch;
}

/** Somebody else's settings with what was changed here on top, and whether both have changed the same. */
export function rebase(before: Values, mine: Values, theirs: Values): { values: Values; met: boolean } {
  const changed = changedKeys(before, mine);
  const own = Object.fromEntries(changed.map((key) => [key, mine[key]]));
  const met = changed.some((key) => !same(before[key], theirs[key]) && !same(mine[key], theirs[key]));
  return { values: { ...theirs, ...own }, met };
}

/** Whether a value can be given up for the inherited one: it is said here, and not the name, which nobody else says. */
export const mayReset = (key: Key, origin: SettingOrigin, level: SettingOrigin) =>
  origin === level && key !== 'name';
