import 'i18next';
import type audit from './locales/en/audit.json';
import type base from './locales/en/base.json';
import type customers from './locales/en/customers.json';
import type desk from './locales/en/desk.json';
import type entrance from './locales/en/entrance.json';
import type imports from './locales/en/imports.json';
import type people from './locales/en/people.json';
import type things from './locales/en/things.json';

type Texts = typeof base &
  typeof audit &
  typeof customers &
  typeof desk &
  typeof entrance &
  typeof imports &
  typeof people &
  typeof things;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Texts };
  }
}
