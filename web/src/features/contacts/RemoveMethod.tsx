import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactMethod } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useRemoveMethod } from './queries';

type Props = { contact: Contact; method: ContactMethod; onClose: () => void };

export function RemoveMethod({ contact, method, onClose }: Props) {
  const { t } = useTranslation();
  const removing = useRemoveMethod(contact.id, onClose);
  return (
    <Dialog title={t('contacts.remove_title', { address: method.address })} onClose={onClose}>
      <Form
        error={removing.error}
        busy={removing.isPending}
        onSubmit={() => removing.mutate(method.id)}
        submit={t('contacts.remove_method')}
        onCancel={onClose}
        danger
      >
        <Text>{t('contacts.remove_detail', { name: contact.name })}</Text>
      </Form>
    </Dialog>
  );
}
