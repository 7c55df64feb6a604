import { useTranslation } from 'react-i18next';

/** The text for a key that the server's words make up, or something else where there is none. */
export function useWord() {
  const { i18n } = useTranslation();
  return (key: string, otherwise: string): string =>
    i18n.exists(key) ? i18n.t(key as 'audit.title') : otherwise;
}
