import { useTranslation } from 'react-i18next';
import type { Device, DeviceInput } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { DeviceFields } from './DeviceFields';
import { useChangeDevice } from './queries';

export function EditDevice({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation();
  const { name, hostname, os, group, company_id, notes } = device;
  const form = useFields<DeviceInput>({ name, hostname, os, group, company_id, notes });
  const saving = useChangeDevice(device.id, onClose);
  return (
    <Dialog title={t('contacts.edit_title', { name })} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate(form.values, { onError: form.refuse })}
        submit={t('common.save')}
        onCancel={onClose}
      >
        <DeviceFields form={form} />
      </Form>
    </Dialog>
  );
}
