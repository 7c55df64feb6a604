import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestPasswordReset } from '@/api/sign-in';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';

export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  const from = useLocation().state;
  const [login, setLogin] = useState(from.login ?? '');
  const request = useMutation({ mutationFn: () => requestPasswordReset(login.trim()) });

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
            {t('forgotten.sent_detail')}
          </Notice>
        ) : (
          <>
            <Text c="dimmed">{t('forgotten.intro')}</Text>
            {request.isError && <ErrorNotice error={request.error} />}
            <TextInput
              label={t('sign_in.login')}
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
        <AnchorLink to="/sign-in" state={{ login }} size="sm" ta="center">
          {t('forgotten.back')}
        </AnchorLink>
      </Stack>
    </form>
  );
}
