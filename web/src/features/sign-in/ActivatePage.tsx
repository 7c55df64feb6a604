import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activate, getActivation } from '@/api/sign-in';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { NewPasswordForm } from './NewPasswordForm';

export function ActivatePage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/entrance/activate/$token' });
  const activation = useQuery({ queryKey: ['activation', token], queryFn: () => getActivation(token) });
  const [customerSet, setCustomerSet] = useState(false);
  if (activation.isError && !customerSet) {
    return (
      <Stack gap="md">
        <title>{`${t('new_password.activation')} · Deskhand`}</title>
        <Title order={1}>{t('new_password.activation')}</Title>
        <ErrorNotice error={activation.error} onRetry={() => void activation.refetch()} />
        <AnchorLink to="/sign-in" size="sm" ta="center">
          {t('forgotten.back')}
        </AnchorLink>
      </Stack>
    );
  }
  if (!activation.data) return <Skeleton h={300} />;
  const { kind, login, first_name, account_name } = activation.data;
  const title = t('new_password.activate_title', { name: first_name });
  return (
    <Stack gap="md">
      <title>{`${title} · Deskhand`}</title>
      <Title order={1}>{title}</Title>
      {customerSet ? (
        // This app's sign-in is for staff; a customer would be refused there.
        <Notice tone="good" title={t('new_password.customer_set_title')}>
          {t('new_password.customer_set_detail', { account: account_name })}
        </Notice>
      ) : (
        <>
          <div>
            <Text c="dimmed">{t('new_password.activate_intro', { account: account_name })}</Text>
            <Text fw={600}>{login}</Text>
          </div>
          <NewPasswordForm
            login={login}
            save={(password) => activate(token, password)}
            onSaved={kind === 'customer' ? () => setCustomerSet(true) : undefined}
          />
        </>
      )}
    </Stack>
  );
}
