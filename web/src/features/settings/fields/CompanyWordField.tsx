import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import type { Locale } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import classes from '../Settings.module.css';
import type { FieldProps } from './field';

const FORMS = ['singular', 'plural'] as const;

/** What companies are called, language by language; where nothing is said they are companies. */
export function CompanyWordField({ form }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = form.values.company_word;

  function write(language: Locale, shape: (typeof FORMS)[number], text: string) {
    const word = { singular: '', plural: '', ...words[language], [shape]: text };
    const { [language]: _, ...others } = words;
    form.set('company_word', word.singular || word.plural ? { ...others, [language]: word } : others);
  }

  return (
    <fieldset className={classes.group}>
      <legend>{t('setting.label.company_word')}</legend>
      <Text size="xs" c="dimmed">
        {t('settings.hint.company_word')}
      </Text>
      <div className={classes.words}>
        {FORMS.map((shape) => (
          <span key={shape} className={classes.column} aria-hidden="true">
            {t(`setting.form.${shape}`)}
          </span>
        ))}
        {LOCALES.map((language) => (
          <div key={language} className={classes.word}>
            <span lang={language}>{format.language(language)}</span>
            {FORMS.map((shape) => (
              <TextInput
                key={shape}
                aria-label={format.pair(format.language(language), t(`setting.form.${shape}`))}
                maxLength={40}
                value={words[language]?.[shape] ?? ''}
                onChange={(event) => write(language, shape, event.currentTarget.value)}
              />
            ))}
          </div>
        ))}
      </div>
      {form.errors.company_word && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {form.errors.company_word}
        </Text>
      )}
    </fieldset>
  );
}
