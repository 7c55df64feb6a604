import type { Locale } from './types';

/** The languages of people, mails and pages. */
export const LOCALES: Locale[] = ['de', 'en', 'es', 'fr', 'it', 'pt'];
