import { Button, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Halt } from '@/api/sign-in';
import { SecondStep } from '@/parts/SecondStep';
import { useHalt } from '@/parts/useHalt';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { PasswordField } from '@/ui/PasswordField';
import { AllTaken } from './AllTaken';

type Props = {
  title: string;
  /** What one signs in with is called. */
  label: string;
  /** Whether a session has just ended. */
  expired?: boolean;
  /** Answers what has to come first, if something has. */
  enter: (login: string, password: string) => Promise<Halt | undefined>;
  onEntered: () => void;
  /** The way to a new password. */
  forgotten: (login: string) => ReactNode;
};

/** Signing in, by staff or by customers. */
export function SignInForm({ title, label, expired, enter, onEntered, forgotten }: Props) {
  const { t } = useTranslation();
  const from = useLocation().state;
  const [login, setLogin] = useState(from.login ?? '');
  const [password, setPassword] = useState('');
  const { halt, goOn, why, back, begin } = useHalt(onEntered);
  const passwordField = useRef<HTMLInputElement>(null);
  const attempt = useMutation({
    mutationFn: () => enter(login.trim(), password),
    onSuccess: goOn,
    onError: () => passwordField.current?.select(),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    begin();
    attempt.mutate();
  }

  if (halt && 'ticket' in halt) {
    return <AllTaken taken={halt} onAnswer={goOn} onBack={back} heading />;
  }
  if (halt) {
    return <SecondStep challenge={halt.challenge} onPassed={goOn} onBack={back} heading />;
  }
  return (
    <form onSubmit={submit}>
      <title>{`${title} · Deskhand`}</title>
      <Stack gap="md">
        <Title order={1}>{title}</Title>
        {expired && !attempt.isError && <Notice tone="calm" title={t('sign_in.expired')} />}
        {from.passwordSet && !attempt.isError && <Notice tone="good" title={t('sign_in.password_set')} />}
        {why && <Notice tone="bad" title={why} />}
        {attempt.isError && <ErrorNotice error={attempt.error} />}
        <TextInput
          label={label}
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
        {forgotten(login)}
      </Stack>
    </form>
  );
}
