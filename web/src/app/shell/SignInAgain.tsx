import { Anchor, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staff } from '@/api/session';
import { signIn } from '@/api/sign-in';
import type { User } from '@/api/types';
import { SecondStep } from '@/parts/SecondStep';
import { useHalt } from '@/parts/useHalt';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { lazyPart } from '@/ui/lazyPart';
import { Notice } from '@/ui/Notice';
import { PasswordField } from '@/ui/PasswordField';
import { needTexts } from '../languages';

const AllTaken = lazyPart(async () => {
  const [module] = await Promise.all([import('@/features/sign-in/AllTaken'), needTexts('sign-in')]);
  return module.AllTaken;
});

/** Over the page as it is: the requests that were refused wait, and go on once the same person is back. */
export function SignInAgain({ user }: { user: User }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const { halt, goOn, why, back, begin } = useHalt();
  const field = useRef<HTMLInputElement>(null);
  const entering = useMutation({
    mutationFn: () => signIn(user.login, password),
    onSuccess: goOn,
    onError: () => field.current?.select(),
  });
  // Each step is a dialog of its own, which says its title and takes the focus.
  if (halt && 'ticket' in halt) {
    return (
      <Dialog key="taken" title={t('session.title')} size="sm">
        <AllTaken taken={halt} onAnswer={goOn} onBack={back} />
      </Dialog>
    );
  }
  if (halt) {
    return (
      <Dialog key="second" title={t('second_step.title')} size="sm">
        <SecondStep challenge={halt.challenge} onPassed={goOn} onBack={back} />
      </Dialog>
    );
  }
  return (
    <Dialog key="password" title={t('session.title')} size="sm">
      <Form
        error={entering.error}
        busy={entering.isPending}
        onSubmit={() => {
          begin();
          entering.mutate();
        }}
        submit={t('sign_in.submit')}
      >
        {why && <Notice tone="bad" title={why} />}
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
