import 'i18next';
import type audit from './locales/en/audit.json';
import type base from './locales/en/base.json';
import type codes from './locales/en/codes.json';
import type companies from './locales/en/companies.json';
import type contacts from './locales/en/contacts.json';
import type customers from './locales/en/customers.json';
import type desk from './locales/en/desk.json';
import type devices from './locales/en/devices.json';
import type entrance from './locales/en/entrance.json';
import type featureWords from './locales/en/feature-words.json';
import type features from './locales/en/features.json';
import type imports from './locales/en/imports.json';
import type organisation from './locales/en/organisation.json';
import type people from './locales/en/people.json';
import type portalWords from './locales/en/portal-words.json';
import type portals from './locales/en/portals.json';
import type seats from './locales/en/seats.json';
import type settingWords from './locales/en/setting-words.json';
import type settings from './locales/en/settings.json';
import type teams from './locales/en/teams.json';

type Texts = typeof base &
  typeof audit &
  typeof codes &
  typeof companies &
  typeof contacts &
  typeof customers &
  typeof desk &
  typeof devices &
  typeof entrance &
  typeof featureWords &
  typeof features &
  typeof imports &
  typeof organisation &
  typeof people &
  typeof portals &
  typeof portalWords &
  typeof seats &
  typeof settingWords &
  typeof settings &
  typeof teams;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Texts };
  }
}
