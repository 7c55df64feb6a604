import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from '../values';
import type { FieldProps } from './field';

const WHO = ['nobody', 'domains', 'anyone'] as const;

const domainsOf = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

/** Who may register by themselves; the domains are typed line by line. */
export function RegistrationField({ form }: FieldProps) {
  const { t } = useTranslation();
  const { who, domains } = form.values.self_registration;
  // What is typed has blanks and half words that the list has not.
  const [typed, setTyped] = useState<string>();
  const shown =
    typed !== undefined && domainsOf(typed).join() === domains.join() ? typed : domains.join('\n');
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('setting.label.self_registration')}
        description={t('settings.hint.self_registration')}
        value={who}
        onChange={(value) =>
          form.set('self_registration', { who: value as Values['self_registration']['who'], domains })
        }
      >
        <Stack gap={6} pt={6}>
          {WHO.map((value) => (
            <Radio key={value} value={value} label={t(`setting.who.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {who === 'domains' && (
        <Textarea
          label={t('settings.domains')}
          description={t('settings.domains_hint')}
          rows={3}
          value={shown}
          error={form.errors.self_registration}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            form.set('self_registration', { who, domains: domainsOf(value) });
          }}
        />
      )}
    </Stack>
  );
}
