import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldUse } from '@/api/types';
import classes from '../Settings.module.css';
import type { FieldProps } from './field';

const ASKED = ['outcome', 'notes', 'reference'] as const;
const USES: FieldUse[] = ['hidden', 'optional', 'required'];

/** What a representative is asked at the end of a session, and what must be answered. */
export function SessionEndField({ form }: FieldProps) {
  const { t } = useTranslation();
  const asked = form.values.session_end;
  return (
    <fieldset className={classes.group}>
      <legend>{t('setting.label.session_end')}</legend>
      <Text size="xs" c="dimmed">
        {t('settings.hint.session_end')}
      </Text>
      <div className={classes.three}>
        {ASKED.map((name) => (
          <NativeSelect
            key={name}
            label={t(`setting.end.${name}`)}
            data={USES.map((value) => ({ value, label: t(`setting.use.${value}`) }))}
            value={asked[name]}
            error={form.errors.session_end}
            onChange={(event) =>
              form.set('session_end', { ...asked, [name]: event.currentTarget.value as FieldUse })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
