import type { CompanyWord, Locale } from '@/api/types';

export type Texts = { [key: string]: string | Texts };

/** Where the usual words stand, and the phrases for an account that has words of its own: no grammar of ours would fit them. */
const USUAL = { singular: 'customers.company', plural: 'shell.companies' };
const PHRASES = 'renamed.';

export function flat(texts: Texts, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[before + key, text] as [string, string]] : flat(text, `${before}${key}.`),
  );
}

/**
 * What is said otherwise where companies are called something else (COM-2): each text that is nothing but the usual word, and the
 * phrases. Nothing, where this language has no word of the account's.
 */
export function renamed(texts: Texts, language: Locale, words: CompanyWord): [string, string][] {
  const { singular: one, plural: many } = words[language] ?? {};
  const all = flat(texts);
  const known = new Map(all);
  const [singular, plural] = [known.get(USUAL.singular), known.get(USUAL.plural)];
  if (!one || !many || !singular || !plural) return [];
  const fill = (phrase: string) => phrase.replaceAll('{{company}}', one).replaceAll('{{companies}}', many);
  const phrases = new Map(
    all
      .filter(([key]) => key.startsWith(PHRASES))
      .map(([key, text]) => [key.slice(PHRASES.length), fill(text)] as const),
  );
  return all.flatMap(([key, text]): [string, string][] => {
    const phrase = phrases.get(key);
    if (phrase !== undefined) return [[key, phrase]];
    if (text === plural) return [[key, many]];
    return text === singular ? [[key, one]] : [];
  });
}
