import { Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { resetPassword } from '@/api/sign-in';
import { AnchorLink } from '@/ui/links';
import { NewPasswordForm } from './NewPasswordForm';

export function ResetPasswordPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/entrance/reset-password/$token' });
  return (
    <Stack gap="md">
      <title>{`${t('new_password.reset_title')} · Deskhand`}</title>
      <Title order={1}>{t('new_password.reset_title')}</Title>
      <Text c="dimmed">{t('new_password.reset_intro')}</Text>
      <NewPasswordForm save={(password) => resetPassword(token, password)} />
      <AnchorLink to="/forgotten-password" size="sm" ta="center">
        {t('new_password.ask_again')}
      </AnchorLink>
    </Stack>
  );
}
