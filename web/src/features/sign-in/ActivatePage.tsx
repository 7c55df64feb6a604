import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { activate, getActivation } from '@/api/sign-in';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { NewPasswordForm } from './NewPasswordForm';
import { ToSignIn } from './ToSignIn';

/** The first password, of staff or of a customer. */
export function ActivatePage() {
  const { t } = useTranslation();
  const { token = '', account } = useParams({ strict: false });
  const activation = useQuery({ queryKey: ['activation', token], queryFn: () => getActivation(token) });
  if (activation.isError) {
    return (
      <Stack gap="md">
        <title>{`${t('new_password.activation')} · Deskhand`}</title>
        <Title order={1}>{t('new_password.activation')}</Title>
        <ErrorNotice error={activation.error} onRetry={() => void activation.refetch()} />
        <ToSignIn account={account} />
      </Stack>
    );
  }
  if (!activation.data) return <Skeleton h={300} />;
  const { kind, login, first_name, account_id, account_name } = activation.data;
  const title = t('new_password.activate_title', { name: first_name });
  return (
    <Stack gap="md">
      <title>{`${title} · Deskhand`}</title>
      <Title order={1}>{title}</Title>
      <div>
        <Text c="dimmed">{t('new_password.activate_intro', { account: account_name })}</Text>
        <Text fw={600}>{login}</Text>
      </div>
      <NewPasswordForm
        login={login}
        save={(password) => activate(token, password)}
        account={kind === 'customer' ? account_id : undefined}
      />
    </Stack>
  );
}
