import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useDeleteContact } from './queries';

export function DeleteContact({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation();
  const deleting = useDeleteContact(onClose);
  return (
    <Dialog title={t('contacts.delete_title', { name: contact.name })} onClose={onClose}>
      <Form
        error={deleting.error}
        busy={deleting.isPending}
        onSubmit={() => deleting.mutate(contact.id)}
        submit={t('contacts.delete')}
        onCancel={onClose}
        danger
      >
        <Text>{t('contacts.delete_detail')}</Text>
      </Form>
    </Dialog>
  );
}
