import { describe, expect, it } from 'vitest';
import { type Feature, PARTS } from './texts';

type Texts = { [key: string]: string | Texts };

const files = import.meta.glob<Texts>('./locales/*/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>('../{app,choices,parts,ui,features}/**/*.{ts,tsx}', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** By language, the parts and their texts. */
const languages = new Map<string, Map<string, Texts>>();
for (const [path, texts] of Object.entries(files)) {
  const [, language = '', part = ''] = /locales\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? [];
  languages.set(language, (languages.get(language) ?? new Map()).set(part, texts));
}
const allOf = (parts: Map<string, Texts> | undefined): Texts => Object.assign({}, ...(parts?.values() ?? []));
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

const english = flat(allOf(languages.get('en')));

/** UX-1 */
describe('the six languages', () => {
  it('are these', () => {
    expect([...languages.keys()].sort()).toEqual(['de', 'en', 'es', 'fr', 'it', 'pt']);
  });

  describe.each([...languages])('%s', (language, parts) => {
    const own = flat(allOf(parts));

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

/** A text that is in no part that a page has loaded would show as its key. */
describe('the parts', () => {
  const partOf = new Map<string, string>();
  for (const [part, texts] of languages.get('en') ?? []) {
    for (const group of Object.keys(texts)) partOf.set(group, part);
  }
  const places = new Map<string, string>();
  for (const [path, source] of Object.entries(sources)) {
    if (path.endsWith('.test.ts')) continue;
    const place = /features\/([\w-]+)\//.exec(path)?.[1] ?? 'everywhere';
    places.set(place, (places.get(place) ?? '') + source);
  }

  it.each([...places])('of %s hold what is said there', (place, source) => {
    const own: readonly string[] = place in PARTS ? PARTS[place as Feature] : [];
    const said = [...source.matchAll(/['`]([a-z_]+)\.[a-z_$]/g)].map(([, group = '']) => group);
    const needed = new Set(said.flatMap((group) => partOf.get(group) ?? []));
    needed.delete('base');
    for (const part of own) needed.delete(part);
    expect([...needed]).toEqual([]);
  });
});
