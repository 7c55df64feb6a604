import { Button, Checkbox, Group, List, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteCustomer } from '@/api/customers';
import type { Versioned } from '@/api/http';
import { Problem } from '@/api/problem';
import type { Person } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { nameOf } from '../names';
import { customerQuery } from '../queries';

type Props = { known: Versioned<Person>; onClose: () => void };

const CONSEQUENCES = ['sign_in', 'erased', 'kept', 'time', 'for_good'] as const;

/** Says what becomes of the person's data before it is done, since nothing brings it back. */
export function DeleteDialog({ known: { thing: person, etag }, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [denylist, setDenylist] = useState(false);
  const [reason, setReason] = useState('');
  const deleting = useMutation({
    mutationFn: () => deleteCustomer(person.id, etag, denylist ? { reason } : undefined),
    onSuccess: async (erasure) => {
      await navigate({ to: '/erasures/$id', params: { id: erasure } });
      queries.removeQueries({ queryKey: customerQuery(person.id).queryKey });
      void queries.invalidateQueries({ queryKey: ['customers'] });
    },
    // Somebody has changed them meanwhile: what is deleted should be what was seen.
    onError: (error) =>
      Problem.of(error).status === 412 &&
      queries.invalidateQueries({ queryKey: customerQuery(person.id).queryKey }),
  });
  const problem = deleting.error && Problem.of(deleting.error);
  return (
    <Dialog title={t('customer.delete_question', { name: nameOf(person) })} onClose={onClose}>
      <Stack gap="md">
        <List spacing={6}>
          {CONSEQUENCES.map((name) => (
            <List.Item key={name}>{t(`customer.delete_${name}`)}</List.Item>
          ))}
        </List>
        <Checkbox
          label={t('customer.denylist')}
          description={t('customer.denylist_hint')}
          checked={denylist}
          onChange={(event) => setDenylist(event.currentTarget.checked)}
        />
        {denylist && (
          <TextInput
            label={t('customer.denylist_reason')}
            maxLength={255}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              // The complaint is about what was typed before.
              deleting.reset();
            }}
            error={problem?.of('reason')}
          />
        )}
        {problem && !problem.of('reason') && <ErrorNotice error={problem} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            {t(denylist ? 'customer.delete_and_deny' : 'customer.delete_now')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
