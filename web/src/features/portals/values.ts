import { LOCALES } from '@/api/locales';
import type {
  FieldUse,
  Locale,
  Portal,
  PortalCustomField,
  PortalFields,
  PortalInput,
  PortalStatus,
  PortalText,
  PortalTexts,
  PortalType,
} from '@/api/types';
import type { Way } from './ways';

export const FIELDS = ['name', 'email', 'phone', 'company', 'category', 'question'] as const;
export const USES = ['hidden', 'optional', 'required'] as const satisfies FieldUse[];
export const TEXTS = ['title', 'greeting', 'thanks'] as const;

export type Field = (typeof FIELDS)[number];
export type Uses = Record<Field, FieldUse>;
export type Words = Required<PortalText>;

/** What the form holds: everything, also what is empty; categories as lines. */
export type PortalValues = {
  name: string;
  slug: string;
  way: Way;
  status: PortalStatus;
  company_id: string;
  texts: Record<Locale, Words>;
  accent_colour: string;
  uses: Uses;
  custom: Required<PortalCustomField>[];
  categories: string;
};

const HIDDEN: Uses = {
  name: 'hidden',
  email: 'hidden',
  phone: 'hidden',
  company: 'hidden',
  category: 'hidden',
  question: 'hidden',
};

/** What a portal of this type asks for when nothing is said; as the server has it. */
export function usualUses(type: PortalType): Uses {
  if (type === 'button') return { ...HIDDEN, name: 'optional', email: 'required' };
  return { ...HIDDEN, name: 'required', email: 'required', question: 'required' };
}

const usesOf = (fields: PortalFields): Uses =>
  Object.fromEntries(FIELDS.map((field) => [field, fields[field] ?? 'hidden'])) as Uses;

const wordsOf = (text: PortalText | null | undefined): Words => ({
  title: text?.title ?? '',
  greeting: text?.greeting ?? '',
  thanks: text?.thanks ?? '',
});

const textsOf = (texts: PortalTexts) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, wordsOf(texts[locale])])) as Record<Locale, Words>;

export const blank: PortalValues = {
  name: '',
  slug: '',
  way: { mode: 'web', type: 'question' },
  status: 'active',
  company_id: '',
  texts: textsOf({}),
  accent_colour: '',
  uses: usualUses('question'),
  custom: [],
  categories: '',
};

export const valuesOf = (portal: Portal): PortalValues => ({
  name: portal.name,
  slug: portal.slug,
  way: { mode: portal.mode, type: portal.type },
  status: portal.status,
  company_id: portal.company_id ?? '',
  texts: textsOf(portal.texts),
  accent_colour: portal.accent_colour ?? '',
  uses: usesOf(portal.fields),
  custom: (portal.fields.custom ?? []).map(({ label = '', required = false }) => ({ label, required })),
  categories: portal.categories.join('\n'),
});

export const isSaid = (words: Words) => TEXTS.some((part) => words[part].trim() !== '');

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Another way asks for what is usual there, unless somebody has already said what is asked for. */
export function withWay(values: PortalValues, way: Way): PortalValues {
  const usual = usualUses(values.way.type);
  const isUsual = FIELDS.every((field) => values.uses[field] === usual[field]);
  return { ...values, way, uses: isUsual ? usualUses(way.type) : values.uses };
}

/** A language of which nothing is said is taken back. */
const sentTexts = (texts: PortalValues['texts']): PortalTexts =>
  Object.fromEntries(LOCALES.map((locale) => [locale, isSaid(texts[locale]) ? texts[locale] : null]));

const fieldsOf = ({ uses, custom }: PortalValues) => ({ fields: { ...uses, custom } });

const SENT: Record<keyof PortalValues, (values: PortalValues) => PortalInput> = {
  name: ({ name }) => ({ name }),
  slug: ({ slug }) => ({ slug }),
  way: ({ way }) => way,
  status: ({ status }) => ({ status }),
  company_id: ({ company_id }) => ({ company_id: company_id || null }),
  texts: ({ texts }) => ({ texts: sentTexts(texts) }),
  accent_colour: ({ accent_colour }) => ({ accent_colour: accent_colour.trim() || null }),
  uses: fieldsOf,
  custom: fieldsOf,
  categories: ({ categories }) => ({ categories: linesOf(categories) }),
};

const NAMES = Object.keys(SENT) as (keyof PortalValues)[];

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export const changedParts = (before: PortalValues, now: PortalValues) =>
  NAMES.filter((name) => !same(before[name], now[name]));

/** What differs, as a merge patch. */
export const changes = (before: PortalValues, now: PortalValues): PortalInput =>
  Object.assign({}, ...changedParts(before, now).map((name) => SENT[name](now)));

/** All of it, for a new portal. */
export const whole = (values: PortalValues): PortalInput => ({
  ...Object.assign({}, ...NAMES.map((name) => SENT[name](values))),
  texts: Object.fromEntries(
    LOCALES.filter((one) => isSaid(values.texts[one])).map((one) => [one, values.texts[one]]),
  ),
});

/** Somebody else's version with what was changed here on top. */
export const rebase = (before: PortalValues, mine: PortalValues, theirs: PortalValues): PortalValues => ({
  ...theirs,
  ...Object.fromEntries(changedParts(before, mine).map((name) => [name, mine[name]])),
});

/** The language with the first complaint: its tab is opened. */
export const localeOf = (errors: Record<string, string>): Locale | undefined =>
  LOCALES.find((locale) => Object.keys(errors).some((field) => field.startsWith(`texts.${locale}`)));

/** All complaints of a list's lines, each with its line. */
export function ofList(errors: Record<string, string>, list: string): string | undefined {
  const told = Object.entries(errors)
    .filter(([field]) => field === list || field.startsWith(`${list}.`))
    .map(([field, message]) => {
      const at = Number(field.slice(list.length + 1));
      return field === list ? message : `${at + 1}: ${message}`;
    });
  return told.length > 0 ? told.join(' ') : undefined;
}
