import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { finishSignIn } from '@/api/sign-in';
import type { LoginsTaken } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';

type Props = {
  challenge: string;
  /** They are in, or all logins of their team are taken. */
  onPassed: (taken: LoginsTaken | undefined) => void;
  /** To the password again, as when the challenge has grown too old. */
  onBack: () => void;
  /** It is a page of its own. */
  heading?: boolean;
};

/** The second step of signing in: a code of the app, or a recovery code (PPL-8). */
export function SecondStep({ challenge, onPassed, onBack, heading }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const attempt = useMutation({
    mutationFn: () => finishSignIn(challenge, code),
    onSuccess: onPassed,
    onError: () => field.current?.select(),
  });
  const wrong = attempt.error ? Problem.of(attempt.error).of('code') : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    attempt.mutate();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {heading && (
          <>
            <title>{`${t('second_step.title')} · Deskhand`}</title>
            <Title order={1}>{t('second_step.title')}</Title>
          </>
        )}
        <Text>{t('second_step.detail')}</Text>
        {attempt.error && !wrong && <ErrorNotice error={attempt.error} />}
        <TextInput
          ref={field}
          label={t('second_step.code')}
          description={t('second_step.hint')}
          autoComplete="one-time-code"
          autoFocus
          data-autofocus
          value={code}
          error={wrong}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={attempt.isPending}>
          {t('sign_in.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => onBack()}>
          {t('second_step.back')}
        </Anchor>
      </Stack>
    </form>
  );
}
