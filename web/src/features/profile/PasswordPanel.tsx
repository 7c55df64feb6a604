import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '@/api/me';
import { Problem } from '@/api/problem';
import type { User } from '@/api/types';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { PasswordField } from '@/ui/PasswordField';
import { PasswordRules } from '@/ui/PasswordRules';
import classes from './Profile.module.css';
import { signInsQuery } from './queries';

export function PasswordPanel({ user }: { user: User }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const changing = useMutation({
    mutationFn: () => changePassword(present, password),
    onSuccess: () => {
      setPresent('');
      setPassword('');
      return queries.invalidateQueries({ queryKey: signInsQuery.queryKey });
    },
  });
  const problem = changing.isError ? Problem.of(changing.error) : undefined;
  return (
    <Panel title={t('profile.password')}>
      <div className={classes.narrow}>
        <Form
          error={changing.error}
          busy={changing.isPending}
          onSubmit={() => changing.mutate()}
          submit={t('profile.change_password')}
        >
          {changing.isSuccess && <Notice tone="good" title={t('profile.password_changed')} />}
          <input type="email" name="login" autoComplete="username" value={user.login} readOnly hidden />
          <PasswordField
            label={t('profile.present_password')}
            name="present_password"
            autoComplete="current-password"
            value={present}
            error={problem?.of('present_password')}
            onChange={(event) => setPresent(event.currentTarget.value)}
          />
          <Stack gap="xs">
            <PasswordField
              label={t('profile.new_password')}
              autoComplete="new-password"
              value={password}
              error={problem?.of('password')}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <PasswordRules password={password} />
          </Stack>
        </Form>
      </div>
    </Panel>
  );
}
