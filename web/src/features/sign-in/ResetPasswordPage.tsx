import { Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { resetPassword } from '@/api/sign-in';
import { AnchorLink } from '@/ui/links';
import { NewPasswordForm } from './NewPasswordForm';

export function ResetPasswordPage() {
  const { t } = useTranslation();
  const { token = '', account } = useParams({ strict: false });
  return (
    <Stack gap="md">
      <title>{`${t('new_password.reset_title')} · Deskhand`}</title>
      <Title order={1}>{t('new_password.reset_title')}</Title>
      <Text c="dimmed">{t('new_password.reset_intro')}</Text>
      <NewPasswordForm save={(password) => resetPassword(token, password)} account={account} />
      {account ? (
        <AnchorLink to="/portal/$account/forgotten-password" params={{ account }} size="sm" ta="center">
          {t('new_password.ask_again')}
        </AnchorLink>
      ) : (
        <AnchorLink to="/forgotten-password" size="sm" ta="center">
          {t('new_password.ask_again')}
        </AnchorLink>
      )}
    </Stack>
  );
}
