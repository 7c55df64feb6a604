import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PasswordField } from '@/ui/PasswordField';
import { PasswordRules } from '@/ui/PasswordRules';

type Props = {
  /** Known at activation only; password managers want it beside the password. */
  login?: string;
  save: (password: string) => Promise<void>;
  /** Whose portal the password is for; without it, it is for staff. */
  account?: string;
};

export function NewPasswordForm({ login, save, account }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const saving = useMutation({
    mutationFn: () => save(password),
    onSuccess: () => {
      const state = { login, passwordSet: true };
      return account
        ? navigate({ to: '/portal/$account/sign-in', params: { account }, state })
        : navigate({ to: '/sign-in', state });
    },
  });
  const fieldError = saving.isError ? Problem.of(saving.error).of('password') : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {saving.isError && !fieldError && <ErrorNotice error={saving.error} />}
        <input type="email" name="login" autoComplete="username" value={login ?? ''} readOnly hidden />
        <PasswordField
          label={t('new_password.label')}
          autoComplete="new-password"
          autoFocus
          value={password}
          error={fieldError}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            // The complaint is about what was typed before.
            if (saving.isError) saving.reset();
          }}
        />
        <PasswordRules password={password} />
        <Button type="submit" loading={saving.isPending}>
          {t('new_password.submit')}
        </Button>
      </Stack>
    </form>
  );
}
