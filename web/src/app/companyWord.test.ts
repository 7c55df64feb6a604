import { describe, expect, it } from 'vitest';
import { renamed } from './companyWord';

const TEXTS = {
  shell: { companies: 'Companies', users: 'Users' },
  customers: { company: 'Company', title: 'Customers' },
  companies: { title: 'Companies', new: 'New company', intro: 'Every company of yours.' },
  renamed: { companies: { new: 'Add: {{company}}' } },
};
const WORDS = { en: { singular: 'Site', plural: 'Sites' } };

/** COM-2 */
describe('the word for companies', () => {
  it('stands wherever a text is nothing but that word, and in the phrases made for it', () => {
    expect(renamed(TEXTS, 'en', WORDS)).toEqual([
      ['shell.companies', 'Sites'],
      ['customers.company', 'Site'],
      ['companies.title', 'Sites'],
      ['companies.new', 'Add: Site'],
    ]);
  });

  it('is the usual one in a language for which the account has none', () => {
    expect(renamed(TEXTS, 'de', WORDS)).toEqual([]);
    expect(renamed(TEXTS, 'en', {})).toEqual([]);
  });
});
