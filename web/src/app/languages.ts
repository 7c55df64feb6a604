import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  pt: 'Português',
} as const;

export type Language = keyof typeof LANGUAGES;

const CHOSEN = 'deskhand.language';
// One chunk per language: nobody downloads the other five.
const texts = import.meta.glob<{ default: object }>('./locales/*.json');

export function asLanguage(tag: string | null | undefined): Language | undefined {
  const base = tag?.slice(0, 2).toLowerCase();
  return base && base in LANGUAGES ? (base as Language) : undefined;
}

function chosenLanguage(): Language | undefined {
  return asLanguage(localStorage.getItem(CHOSEN));
}

async function show(language: Language): Promise<void> {
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

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOSEN, language);
  await show(language);
}

/** A user's own language, unless another was chosen on this machine. */
export async function followUser(locale: string): Promise<void> {
  const language = chosenLanguage() ?? asLanguage(locale);
  if (language && language !== i18n.language) await show(language);
}
