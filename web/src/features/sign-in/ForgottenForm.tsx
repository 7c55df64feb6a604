import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';

type Props = {
  /** What one signs in with is called, asked for, and answered about. */
  words: { label: string; intro: string; sent: string };
  ask: (login: string) => Promise<void>;
  /** The way back to the sign-in page. */
  back: (login: string) => ReactNode;
};

/** Asking for the link to a new password, by staff or by customers. */
export function ForgottenForm({ words, ask, back }: Props) {
  const { t } = useTranslation();
  const from = useLocation().state;
  const [login, setLogin] = useState(from.login ?? '');
  const request = useMutation({ mutationFn: () => ask(login.trim()) });

  function submit(event: FormEvent) {
    event.preventDefault();
    request.mutate();
  }

  return (
    <form onSubmit={submit}>
      <title>{`${t('forgotten.title')} · Deskhand`}</title>
      <Stack gap="md">
        <Title order={1}>{t('forgotten.title')}</Title>
        {request.isSuccess ? (
          <Notice tone="good" title={t('forgotten.sent_title')}>
            {words.sent}
          </Notice>
        ) : (
          <>
            <Text c="dimmed">{words.intro}</Text>
            {request.isError && <ErrorNotice error={request.error} />}
            <TextInput
              label={words.label}
              name="login"
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <Button type="submit" loading={request.isPending}>
              {t('forgotten.submit')}
            </Button>
          </>
        )}
        {back(login)}
      </Stack>
    </form>
  );
}
