import { Anchor, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staff } from '@/api/session';
import { signIn } from '@/api/sign-in';
import type { User } from '@/api/types';
import { SecondStep } from '@/parts/SecondStep';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { PasswordField } from '@/ui/PasswordField';

/** Over the page as it is: the requests that were refused wait, and go on once the same person is back. */
export function SignInAgain({ user }: { user: User }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [challenge, setChallenge] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const entering = useMutation({
    mutationFn: () => signIn(user.login, password),
    onSuccess: setChallenge,
    onError: () => field.current?.select(),
  });
  if (challenge) {
    return (
      <Dialog title={t('second_step.title')} size="sm">
        <SecondStep challenge={challenge} onBack={() => setChallenge(undefined)} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('session.title')} size="sm">
      <Form
        error={entering.error}
        busy={entering.isPending}
        onSubmit={() => entering.mutate()}
        submit={t('sign_in.submit')}
      >
        <Text>{t('session.detail')}</Text>
        <Text fw={550}>{user.login}</Text>
        <input type="email" name="login" autoComplete="username" value={user.login} readOnly hidden />
        <PasswordField
          ref={field}
          data-autofocus
          // Escape would reach a dialog below and close it, with what was typed there.
          data-mantine-stop-propagation="true"
          label={t('sign_in.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Anchor component="button" type="button" size="sm" ta="start" onClick={staff.end}>
          {t('session.else')}
        </Anchor>
      </Form>
    </Dialog>
  );
}
