import { Tabs, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import type { Locale } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import { isSaid, localeOf } from '../values';
import classes from './Form.module.css';
import type { PartProps } from './part';

/** What the page says, a tab a language; those in which something is said have a dot. */
export function TextFields({ form }: PartProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { values, errors } = form;
  const [locale, setLocale] = useState<Locale>(LOCALES.find((one) => one === i18n.language) ?? 'en');
  const wrong = localeOf(errors);
  useEffect(() => {
    if (wrong) setLocale(wrong);
  }, [wrong]);
  return (
    <>
      <p className={classes.note}>{t('portals.texts_hint')}</p>
      <Tabs
        value={locale}
        onChange={(to) => setLocale(LOCALES.find((one) => one === to) ?? 'en')}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t('portals.part_texts')}>
          {LOCALES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <span className={isSaid(values.texts[one]) ? classes.said : undefined}>
                {format.language(one)}
              </span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={locale}>
          <Texts form={form} locale={locale} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Texts({ form, locale }: PartProps & { locale: Locale }) {
  const { t } = useTranslation();
  const { values, errors, set } = form;
  const words = values.texts[locale];
  const field = (part: keyof typeof words) => {
    const path = `texts.${locale}.${part}`;
    return {
      lang: locale,
      label: t(`portals.text.${part}`),
      value: words[part],
      error: errors[path],
      'aria-invalid': Boolean(errors[path]) || undefined,
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
        set('texts', { ...values.texts, [locale]: { ...words, [part]: currentTarget.value } }, path),
    };
  };
  return (
    <div className={classes.fields}>
      <TextInput {...field('title')} placeholder={values.name} maxLength={120} />
      <Textarea {...field('greeting')} rows={3} resize="vertical" maxLength={2000} />
      <Textarea {...field('thanks')} rows={2} resize="vertical" maxLength={2000} />
    </div>
  );
}
