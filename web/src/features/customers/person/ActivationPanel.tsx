import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sendActivation } from '@/api/customers';
import { Problem } from '@/api/problem';
import type { Person } from '@/api/types';
import { MailSent } from '@/parts/MailSent';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { customerQuery } from '../queries';

/** Whether somebody has set a password yet, and the mail that lets them do so. */
export function ActivationPanel({ person }: { person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: () => sendActivation(person.id),
    onSettled: () => queries.invalidateQueries({ queryKey: customerQuery(person.id).queryKey }),
  });
  const refused = sending.error && Problem.of(sending.error);
  if (person.portal_access === 'none') {
    return <Notice tone="calm" title={t('customer.activation_no_access')} />;
  }
  const { state, invited_at, active_since } = person.activation;
  const at = active_since ?? invited_at;
  return (
    <Panel title={t('customer.activation')}>
      <Group justify="space-between" gap="sm">
        <Text>{t(`customer.activation_${state}`, { at: at && format.time(at) })}</Text>
        {state !== 'active' && (
          <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
            {t(state === 'invited' ? 'customer.send_again' : 'customer.send_mail')}
          </Button>
        )}
      </Group>
      <MailSent to={person.email} sent={sending.isSuccess} refused={refused ?? undefined} />
    </Panel>
  );
}
