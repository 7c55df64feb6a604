import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sendActivation } from '@/api/customers';
import { Problem } from '@/api/problem';
import type { Person } from '@/api/types';
import { MailSent } from '@/parts/MailSent';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { activationQuery } from '../queries';

/** Whether somebody has set a password yet, and the mail that lets them do so. */
export function ActivationPanel({ person }: { person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const state = useQuery({ ...activationQuery(person), enabled: person.portal_access !== 'none' });
  const sending = useMutation({
    mutationFn: () => sendActivation(person.id),
    onSettled: () => queries.invalidateQueries({ queryKey: activationQuery(person).queryKey }),
  });
  const refused = sending.error && Problem.of(sending.error);
  if (person.portal_access === 'none') {
    return <Notice tone="calm" title={t('customer.activation_no_access')} />;
  }
  const known = state.data ?? { state: 'unknown' as const, at: undefined };
  return (
    <Panel title={t('customer.activation')}>
      <Group justify="space-between" gap="sm">
        <Text>
          {known.at
            ? t(`customer.activation_${known.state}`, { at: format.time(known.at) })
            : t('customer.activation_unknown')}
        </Text>
        {known.state !== 'activated' && (
          <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
            {t(known.state === 'invited' ? 'customer.send_again' : 'customer.send_mail')}
          </Button>
        )}
      </Group>
      <MailSent to={person.email} sent={sending.isSuccess} refused={refused ?? undefined} />
    </Panel>
  );
}
