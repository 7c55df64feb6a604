import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { confirmAddress, getVerification } from '@/api/contacts';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';

/** Whoever reads an address says that alerts and reports may come there. They have no login, so nothing leads further. */
export function ConfirmAddressPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams({ strict: false });
  const asked = useQuery({
    queryKey: ['verification', token],
    queryFn: () => getVerification(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const confirming = useMutation({ mutationFn: () => confirmAddress(token) });
  const account = asked.data?.account_name;
  return (
    <Stack gap="md">
      <title>{`${t('confirm_address.title')} · Deskhand`}</title>
      <Title order={1}>{t('confirm_address.title')}</Title>
      {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton h={140} />}
      {asked.data && (
        <div>
          <Text c="dimmed">{t('confirm_address.intro', { account })}</Text>
          <Text fw={600}>{asked.data.address}</Text>
        </div>
      )}
      {confirming.isError && <ErrorNotice error={confirming.error} />}
      {confirming.isSuccess ? (
        <Notice tone="good" title={t('confirm_address.done')}>
          {t('confirm_address.done_detail', { account })}
        </Notice>
      ) : (
        asked.data && (
          <Button onClick={() => confirming.mutate()} loading={confirming.isPending}>
            {t('confirm_address.submit')}
          </Button>
        )
      )}
    </Stack>
  );
}
