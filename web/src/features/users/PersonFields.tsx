import { type InputWrapperProps, NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/api/locales';
import type { Member } from '@/api/types';
import { EmailText } from '@/ui/EmailText';
import { Facts } from '@/ui/Facts';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { useFormat } from '@/ui/useFormat';
import { nameOf } from './names';
import classes from './UserForm.module.css';
import type { UserForm } from './useUserForm';

type Props = { form: UserForm; user?: Member };

/** Hints below, so that fields side by side stand in one line. */
const ORDER: InputWrapperProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];
const SHORT = 128;
const LONG = 255;

/** Until somebody has come in, all of it is the manager's to say; from then on most is their own (PPL-11). */
export function PersonFields({ form, user }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {user && user.status !== 'invited' ? <OwnFacts user={user} /> : <OwnFields form={form} />}
      <div className={classes.grid}>
        <TextInput
          label={t('users.screen_name')}
          description={t('users.screen_name_hint')}
          inputWrapperOrder={ORDER}
          maxLength={SHORT}
          {...form.text('screen_name')}
        />
        <TextInput
          label={t('users.custom')}
          description={t('users.custom_hint')}
          inputWrapperOrder={ORDER}
          maxLength={LONG}
          {...form.text('custom')}
        />
      </div>
    </>
  );
}

function OwnFacts({ user }: { user: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.facts}>
      <Facts
        facts={[
          { name: t('users.name'), value: nameOf(user) },
          { name: t('users.login'), value: <EmailText>{user.login}</EmailText> },
          { name: t('users.email'), value: <EmailText>{user.email}</EmailText> },
          { name: t('users.locale'), value: format.language(user.locale) },
          { name: t('users.time_zone'), value: user.time_zone },
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t('users.own')}
      </Text>
    </div>
  );
}

function OwnFields({ form }: { form: UserForm }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={`${classes.grid} ${classes.facts}`}>
      <TextInput
        label={t('users.first_name')}
        maxLength={SHORT}
        autoComplete="off"
        {...form.text('first_name')}
      />
      <TextInput
        label={t('users.last_name')}
        maxLength={SHORT}
        autoComplete="off"
        {...form.text('last_name')}
      />
      <TextInput
        label={t('users.login')}
        description={t('users.login_hint')}
        inputWrapperOrder={ORDER}
        type="email"
        autoComplete="off"
        {...form.text('login')}
      />
      <TextInput
        label={t('users.email')}
        description={t('users.email_hint')}
        inputWrapperOrder={ORDER}
        type="email"
        autoComplete="off"
        {...form.text('email')}
      />
      <NativeSelect
        label={t('users.locale')}
        description={t('users.locale_hint')}
        inputWrapperOrder={ORDER}
        error={form.errors.locale}
        value={form.values.locale ?? ''}
        onChange={({ currentTarget: { value } }) =>
          form.set('locale', LOCALES.find((locale) => locale === value) ?? null)
        }
        data={[
          ...(form.values.locale ? [] : [{ value: '', label: t('users.as_account') }]),
          ...LOCALES.map((value) => ({ value, label: format.language(value) })),
        ]}
      />
      <TimeZoneSelect
        label={t('users.time_zone')}
        description={t('users.time_zone_hint')}
        inputWrapperOrder={ORDER}
        none={form.values.time_zone ? undefined : t('users.as_account')}
        {...form.value('time_zone')}
      />
    </div>
  );
}
