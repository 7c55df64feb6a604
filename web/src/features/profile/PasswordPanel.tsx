import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changePassword } from '@/api/me';
import type { User } from '@/api/types';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { PasswordField } from '@/ui/PasswordField';
import { PasswordRules } from '@/ui/PasswordRules';
import { useFields } from '@/ui/useFields';
import classes from './Profile.module.css';
import { signInsQuery } from './queries';

export function PasswordPanel({ user }: { user: User }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFields({ present_password: '', password: '' });
  const { present_password, password } = form.values;
  const changing = useMutation({
    mutationFn: () => changePassword(present_password, password),
    onSuccess: () => {
      form.set('present_password', '');
      form.set('password', '');
      return queries.invalidateQueries({ queryKey: signInsQuery.queryKey });
    },
    onError: form.refuse,
  });
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
            {...form.text('present_password')}
          />
          <Stack gap="xs">
            <PasswordField
              label={t('profile.new_password')}
              autoComplete="new-password"
              {...form.text('password')}
            />
            <PasswordRules password={password} />
          </Stack>
        </Form>
      </div>
    </Panel>
  );
}
