import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Locale } from '@/api/types';
import { chooseLanguage, LANGUAGES } from './languages';

const OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

type Props = { onChosen?: (locale: Locale) => void };

export function LanguageSelect({ onChosen }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      aria-label={t('shell.language')}
      data={OPTIONS}
      value={i18n.language}
      onChange={(event) => {
        const locale = event.currentTarget.value as Locale;
        void chooseLanguage(locale);
        onChosen?.(locale);
      }}
    />
  );
}
