import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Device } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useDeleteDevice } from './queries';

type Props = { device: Device; onClose: () => void; onDeleted: () => void };

export function DeleteDevice({ device, onClose, onDeleted }: Props) {
  const { t } = useTranslation();
  const deleting = useDeleteDevice(device.id, onDeleted);
  return (
    <Dialog title={t('contacts.delete_title', { name: device.name })} onClose={onClose}>
      <Form
        error={deleting.error}
        busy={deleting.isPending}
        onSubmit={() => deleting.mutate()}
        submit={t('devices.delete')}
        onCancel={onClose}
        danger
      >
        <Text>{t('devices.delete_detail')}</Text>
      </Form>
    </Dialog>
  );
}
