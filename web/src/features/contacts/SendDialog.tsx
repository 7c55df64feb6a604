import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sendTest, sendVerification } from '@/api/contacts';
import type { Contact, ContactMethod } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';

type Props = { contact: Contact; method: ContactMethod; asks: boolean; onClose: () => void };

/** Sends a test, or once more the link that confirms an address; and says what to expect. */
export function SendDialog({ contact, method, asks, onClose }: Props) {
  const { t } = useTranslation();
  const { id, address, kind } = method;
  const sending = useMutation({
    mutationFn: () => (asks ? sendVerification(contact.id, id) : sendTest(contact.id, id)),
  });
  const title = asks ? t('contacts.ask_title', { address }) : t('contacts.test_title', { address });
  if (sending.isSuccess) {
    return (
      <Dialog title={title} onClose={onClose}>
        <Stack gap="md">
          <Notice tone="good" title={t('contacts.sent')}>
            {t('contacts.sent_detail')}
          </Notice>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        error={sending.error}
        busy={sending.isPending}
        onSubmit={() => sending.mutate()}
        submit={asks ? t('contacts.ask') : t('contacts.test')}
        onCancel={onClose}
      >
        <Text>{asks ? t('contacts.ask_detail') : t(`contacts.test_detail.${kind}`)}</Text>
      </Form>
    </Dialog>
  );
}
