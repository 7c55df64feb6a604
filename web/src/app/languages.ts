import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '@/api/types';

export const LANGUAGES: Record<Locale, string> = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  pt: 'Português',
};

const CHOSEN = 'deskhand.language';
// One chunk per language: nobody downloads the other five.
const texts = import.meta.glob<{ default: object }>('./locales/*.json');

export function asLanguage(tag: string | null | undefined): Locale | undefined {
  const base = tag?.slice(0, 2).toLowerCase();
  return base && base in LANGUAGES ? (base as Locale) : undefined;
}

function chosenLanguage(): Locale | undefined {
  return asLanguage(localStorage.getItem(CHOSEN));
}

async function show(language: Locale): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const loaded = await texts[`./locales/${language}.json`]?.();
    i18n.addResourceBundle(language, 'translation', loaded?.default);
  }
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
