import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Device, DeviceInput } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { DeviceFields } from './DeviceFields';
import { useChangeDevice } from './queries';

export function EditDevice({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation();
  const { name, hostname, os, group, company_id, notes } = device;
  const [value, setValue] = useState<DeviceInput>({ name, hostname, os, group, company_id, notes });
  const saving = useChangeDevice(device.id, onClose);
  return (
    <Dialog title={t('contacts.edit_title', { name })} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate(value)}
        submit={t('common.save')}
        onCancel={onClose}
      >
        <DeviceFields
          value={value}
          onChange={setValue}
          problem={saving.isError ? Problem.of(saving.error) : undefined}
        />
      </Form>
    </Dialog>
  );
}
