import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { CompanyWord, Locale } from '@/api/types';
import { renamed, type Texts } from './companyWord';
import { type Feature, PARTS, type Part } from './texts';

export const LANGUAGES: Record<Locale, string> = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  pt: 'Português',
};

const CHOSEN = 'deskhand.language';
// A chunk for each language and part: nobody downloads the others.
const files = import.meta.glob<{ default: Texts }>('./locales/*/*.json');
const needed = new Set<Part>(['base']);
const loaded = new Set<string>();
let wanted: Locale | undefined;
/** The texts of each language as they are written, and what the account calls its companies instead. */
const written = new Map<string, Texts>();
let companyWord: CompanyWord = {};

export function asLanguage(tag: string | null | undefined): Locale | undefined {
  const base = tag?.slice(0, 2).toLowerCase();
  return base && base in LANGUAGES ? (base as Locale) : undefined;
}

function chosenLanguage(): Locale | undefined {
  return asLanguage(localStorage.getItem(CHOSEN));
}

async function load(language: string, parts: Iterable<Part>): Promise<void> {
  const names = [...parts].map((part) => `./locales/${language}/${part}.json`);
  await Promise.all(
    names.map(async (name) => {
      const texts = loaded.has(name) ? undefined : await files[name]?.();
      if (texts) written.set(language, { ...written.get(language), ...texts.default });
      loaded.add(name);
    }),
  );
  say(language);
}

/** Hands a language's texts to the pages, with the account's word for companies in place of ours. */
function say(language: string): void {
  const texts = written.get(language);
  if (!texts) return;
  i18n.addResourceBundle(language, 'translation', texts, true, true);
  for (const [key, text] of renamed(texts, language as Locale, companyWord)) {
    i18n.addResource(language, 'translation', key, text);
  }
}

/** Calls companies what the account calls them (COM-2). */
export async function sayCompanies(words: CompanyWord): Promise<void> {
  if (JSON.stringify(words) === JSON.stringify(companyWord)) return;
  companyWord = words;
  for (const language of written.keys()) say(language);
  // Tells the pages that are open.
  await i18n.changeLanguage(i18n.language);
}

/** The texts of a feature, before one of its pages is shown. */
export async function needTexts(feature: Feature): Promise<void> {
  const parts = PARTS[feature];
  for (const part of parts) needed.add(part);
  await Promise.all([i18n.language, wanted ?? i18n.language].map((language) => load(language, parts)));
}

async function show(language: Locale): Promise<void> {
  wanted = language;
  await load(language, needed);
  // Another may have been chosen meanwhile.
  if (wanted !== language) return;
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function startLanguages(): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  const preferred = navigator.languages.map(asLanguage).find(Boolean);
  await show(chosenLanguage() ?? preferred ?? 'en');
}

export async function chooseLanguage(language: Locale): Promise<void> {
  localStorage.setItem(CHOSEN, language);
  await show(language);
}

/** A user's own language, unless another was chosen on this machine. */
export async function followUser(locale: Locale): Promise<void> {
  const language = chosenLanguage() ?? locale;
  if (language !== i18n.language) await show(language);
}
