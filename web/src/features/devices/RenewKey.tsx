import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device, DeviceWithKey } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { DeviceKey } from './DeviceKey';
import { useRenewKey } from './queries';

/** Asks; then shows the new key, this once. */
export function RenewKey({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<DeviceWithKey>();
  const renewing = useRenewKey(setMade);
  if (made) return <DeviceKey device={made} onClose={onClose} />;
  return (
    <Dialog title={t('devices.renew_title', { name: device.name })} onClose={onClose}>
      <Form
        error={renewing.error}
        busy={renewing.isPending}
        onSubmit={() => renewing.mutate(device.id)}
        submit={t('devices.renew')}
        onCancel={onClose}
        danger
      >
        <Text>{t('devices.renew_detail')}</Text>
      </Form>
    </Dialog>
  );
}
