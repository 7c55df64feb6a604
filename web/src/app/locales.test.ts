import { describe, expect, it } from 'vitest';

type Texts = { [key: string]: string | Texts };

const files = import.meta.glob<Texts>('./locales/*.json', { eager: true, import: 'default' });
const languages = Object.entries(files).map(
  ([path, texts]) => [path.slice('./locales/'.length, -5), texts] as const,
);
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flat(texts: Texts, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') all.set(before + key, text);
    else for (const [inner, value] of flat(text, `${before}${key}.`)) all.set(inner, value);
  }
  return all;
}

const placeholders = (text: string) => (text.match(/\{\{[^}]*\}\}/g) ?? []).sort();

/** English has "one" and "other"; French also needs "many" (1,000,000 rows), and so on. */
function expectedKeys(english: Map<string, string>, language: string): string[] {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) =>
    PLURAL.test(key) ? categories.map((category) => key.replace(PLURAL, `_${category}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

const english = flat(files['./locales/en.json'] ?? {});

/** UX-1 */
describe('the six languages', () => {
  it('are these', () => {
    expect(languages.map(([language]) => language).sort()).toEqual(['de', 'en', 'es', 'fr', 'it', 'pt']);
  });

  describe.each(languages)('%s', (language, texts) => {
    const own = flat(texts);

    it('has every key, in every plural form that the language has, and no other', () => {
      expect([...own.keys()].sort()).toEqual(expectedKeys(english, language));
    });

    it('has the same placeholders as English', () => {
      for (const [key, text] of own) {
        const model = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
        // "one" may be written as a word.
        const optional = key.endsWith('_one') ? '{{count, number}}' : undefined;
        const without = (list: string[]) => list.filter((name) => name !== optional);
        expect(without(placeholders(text)), `${language}: ${key}`).toEqual(without(placeholders(model)));
      }
    });

    it('leaves nothing empty', () => {
      expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
    });
  });
});
