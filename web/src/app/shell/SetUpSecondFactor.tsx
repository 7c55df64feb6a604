import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '@/api/sign-in';
import type { User } from '@/api/types';
import { SwitchOn } from '@/features/profile/two-factor/SwitchOn';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AccountBrand } from '../AccountBrand';
import classes from '../Entrance.module.css';
import { LanguageSelect } from '../LanguageSelect';
import { ThemeSelect } from '../ThemeSelect';

/** The account wants a second factor (PPL-8): the server opens nothing else until there is one, and this page leads there. */
export function SetUpSecondFactor({ user }: { user: User }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const leave = useMutation({ mutationFn: signOut });
  const title = t('second_step.first_title');
  return (
    <div className={classes.page}>
      <title>{`${title} · Deskhand`}</title>
      <header className={classes.top}>
        <AccountBrand account={user.account} />
      </header>
      <main className={classes.card}>
        <Stack gap="md">
          <Title order={1}>{title}</Title>
          <Text>{t('second_step.first_detail', { account: user.account.name })}</Text>
          <Text c="dimmed" size="sm">
            {`${user.first_name} ${user.last_name} · ${t(`role.${user.role}`)}`}
          </Text>
          {leave.isError && <ErrorNotice error={leave.error} />}
          <Group gap="xs">
            <Button data-autofocus onClick={() => setOpen(true)}>
              {t('second_step.set_up')}
            </Button>
            <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
              {t('shell.sign_out')}
            </Button>
          </Group>
        </Stack>
      </main>
      <footer className={classes.foot}>
        <LanguageSelect />
        <ThemeSelect />
      </footer>
      {open && <SwitchOn login={user.login} onClose={() => setOpen(false)} />}
    </div>
  );
}
