import { expect, it } from 'vitest';
import type { Portal } from '@/api/types';
import { blank, changes, localeOf, ofList, rebase, usualUses, valuesOf, whole, withWay } from './values';

const portal: Portal = {
  id: 'por_1',
  slug: 'help',
  address: '/p/help',
  name: 'Help',
  mode: 'web',
  type: 'question',
  status: 'active',
  company_id: null,
  texts: { de: { title: 'Hilfe', greeting: '', thanks: '' } },
  accent_colour: null,
  fields: { ...usualUses('question'), custom: [] },
  categories: ['Billing'],
  subportals: [{ id: 'sub_1', name: 'General' }],
  features: {},
  created_at: '2026-01-01T00:00:00Z',
};
const values = valuesOf(portal);

/** POR-1 */
it('sends what was changed and nothing else', () => {
  expect(changes(values, values)).toEqual({});
  expect(changes(values, { ...values, name: 'North', company_id: 'cmp_1' })).toEqual({
    name: 'North',
    company_id: 'cmp_1',
  });
  expect(changes(values, { ...values, way: { mode: 'phone', type: 'code' } })).toEqual({
    mode: 'phone',
    type: 'code',
  });
  expect(changes(values, { ...values, categories: ' Billing \n\nOther\n' })).toEqual({
    categories: ['Billing', 'Other'],
  });
});

/** POR-1 */
it('takes a language back once nothing is said in it', () => {
  const texts = { ...values.texts, de: { title: ' ', greeting: '', thanks: '' } };
  expect(changes(values, { ...values, texts }).texts).toMatchObject({ de: null, en: null });
});

it('says of a new portal only the languages in which something is said', () => {
  const texts = { ...blank.texts, fr: { title: 'Aide', greeting: '', thanks: '' } };
  const sent = whole({ ...blank, name: 'Help', slug: 'help', texts });
  expect(sent.texts).toEqual({ fr: { title: 'Aide', greeting: '', thanks: '' } });
  expect(sent).toMatchObject({ accent_colour: null, company_id: null, mode: 'web', type: 'question' });
});

/** POR-3 */
it('asks for what is usual in another way, unless somebody has said what is asked for', () => {
  const button = { mode: 'web', type: 'button' } as const;
  expect(withWay(blank, button).uses).toEqual(usualUses('button'));
  const said = { ...blank, uses: { ...blank.uses, phone: 'required' as const } };
  expect(withWay(said, button).uses).toEqual(said.uses);
});

it('lays what was changed here over what somebody else has changed', () => {
  const theirs = { ...values, slug: 'north', name: 'Theirs' };
  expect(rebase(values, { ...values, name: 'Mine' }, theirs)).toEqual({ ...theirs, name: 'Mine' });
});

it('finds the tab and the line that a complaint is about', () => {
  expect(localeOf({ name: 'x', 'texts.fr.title': 'too long' })).toBe('fr');
  expect(localeOf({ name: 'x' })).toBeUndefined();
  expect(ofList({ 'categories.2': 'Twice.' }, 'categories')).toBe('3: Twice.');
  expect(ofList({ categories: 'Too many.' }, 'categories')).toBe('Too many.');
  expect(ofList({}, 'categories')).toBeUndefined();
});
