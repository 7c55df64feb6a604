import { Button, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/api/sign-in';
import { useSession } from '@/api/useSession';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { PasswordField } from '@/ui/PasswordField';

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { to } = useSearch({ from: '/entrance/sign-in' });
  const from = useLocation().state;
  const session = useSession();
  const expired = session.state === 'signed-out' && session.expired;
  const [login, setLogin] = useState(from.login ?? '');
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const attempt = useMutation({
    mutationFn: () => signIn(login.trim(), password),
    onSuccess: () => router.history.replace(to ?? '/'),
    onError: () => passwordField.current?.select(),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    attempt.mutate();
  }

  return (
    <form onSubmit={submit}>
      <title>{`${t('sign_in.title')} · Deskhand`}</title>
      <Stack gap="md">
        <Title order={1}>{t('sign_in.title')}</Title>
        {expired && !attempt.isError && <Notice tone="calm" title={t('sign_in.expired')} />}
        {from.passwordSet && !attempt.isError && <Notice tone="good" title={t('sign_in.password_set')} />}
        {attempt.isError && <ErrorNotice error={attempt.error} />}
        <TextInput
          label={t('sign_in.login')}
          name="login"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus={!login}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <PasswordField
          ref={passwordField}
          label={t('sign_in.password')}
          autoComplete="current-password"
          autoFocus={login !== ''}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={attempt.isPending}>
          {t('sign_in.submit')}
        </Button>
        <AnchorLink to="/forgotten-password" state={{ login }} size="sm" ta="center">
          {t('sign_in.forgotten')}
        </AnchorLink>
      </Stack>
    </form>
  );
}
