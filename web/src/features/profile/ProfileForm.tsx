import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import { saveProfile } from '@/api/me';
import type { User } from '@/api/types';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { useFields } from '@/ui/useFields';
import classes from './Profile.module.css';

const TEXTS = ['first_name', 'last_name', 'screen_name', 'email', 'login'] as const;
const HINTS = ['screen_name', 'login', 'email'] as const;

/** One's own data. */
export function ProfileForm({ user }: { user: User }) {
  const { t } = useTranslation();
  const form = useFields({
    first_name: user.first_name,
    last_name: user.last_name,
    screen_name: user.screen_name,
    login: user.login,
    email: user.email,
    time_zone: user.time_zone,
    locale: user.locale,
  });
  const saving = useMutation({ mutationFn: () => saveProfile(form.values), onError: form.refuse });
  const change = (field: keyof typeof form.values, value: string) => {
    form.set(field, value);
    if (saving.isSuccess) saving.reset();
  };
  return (
    <Panel title={t('profile.you')}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate()}
        submit={t('common.save')}
      >
        {saving.isSuccess && <Notice tone="good" title={t('profile.saved')} />}
        <div className={classes.fields}>
          {TEXTS.map((field) => {
            const hint = HINTS.find((known) => known === field);
            return (
              <TextInput
                key={field}
                label={t(`profile.${field}`)}
                description={hint && t(`profile.${hint}_hint`)}
                type={field === 'login' || field === 'email' ? 'email' : 'text'}
                maxLength={field === 'first_name' || field === 'last_name' ? 128 : 255}
                value={form.values[field]}
                error={form.errors[field]}
                onChange={(event) => change(field, event.currentTarget.value)}
              />
            );
          })}
          <TimeZoneSelect
            label={t('profile.time_zone')}
            description={t('profile.time_zone_hint')}
            value={form.values.time_zone}
            error={form.errors.time_zone}
            onChange={(zone) => change('time_zone', zone)}
          />
          <NativeSelect
            label={t('profile.locale')}
            description={t('profile.locale_hint')}
            data={LOCALES.map((value) => ({
              value,
              label: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value,
            }))}
            value={form.values.locale}
            onChange={(event) => change('locale', event.currentTarget.value)}
          />
        </div>
      </Form>
    </Panel>
  );
}
