import { Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openAccount } from '@/api/accounts';
import { Problem } from '@/api/problem';
import type { Locale } from '@/api/types';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { useFields } from '@/ui/useFields';
import { opennessQuery } from './queries';
import { ToSignIn } from './ToSignIn';

/** An organisation comes to Deskhand: its first manager says who they are, and goes on by the link of a mail. */
export function OpenAccountPage() {
  const { t, i18n } = useTranslation();
  const openness = useQuery(opennessQuery);
  const form = useFields({
    name: '',
    first_name: '',
    last_name: '',
    login: '',
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const login = form.values.login.trim();
  const opening = useMutation({
    mutationFn: () => openAccount({ ...form.values, login, locale: i18n.language as Locale }),
    onError: (error) => form.setErrors(Problem.of(error).byField()),
  });
  return (
    <Stack gap="md">
      <title>{`${t('open_account.title')} · Deskhand`}</title>
      <Title order={1}>{t('open_account.title')}</Title>
      {opening.isSuccess ? (
        <Notice tone="good" title={t('open_account.sent_title')}>
          {t('open_account.sent_detail', { email: login })}
        </Notice>
      ) : openness.data?.open === false ? (
        <Notice tone="calm" title={t('open_account.closed_title')}>
          {t('open_account.closed_detail')}
        </Notice>
      ) : (
        <>
          <Text c="dimmed">{t('open_account.intro')}</Text>
          <Form
            error={opening.error}
            busy={opening.isPending}
            onSubmit={() => opening.mutate()}
            submit={t('open_account.submit')}
            wide
          >
            <TextInput
              label={t('open_account.name')}
              autoComplete="organization"
              autoFocus
              maxLength={255}
              {...form.text('name')}
            />
            <TextInput
              label={t('open_account.first_name')}
              autoComplete="given-name"
              maxLength={128}
              {...form.text('first_name')}
            />
            <TextInput
              label={t('open_account.last_name')}
              autoComplete="family-name"
              maxLength={128}
              {...form.text('last_name')}
            />
            <TextInput
              label={t('open_account.login')}
              description={t('open_account.login_hint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              type="email"
              autoComplete="email"
              {...form.text('login')}
            />
            <TimeZoneSelect label={t('open_account.time_zone')} {...form.value('time_zone')} />
          </Form>
        </>
      )}
      <ToSignIn login={login} />
    </Stack>
  );
}
