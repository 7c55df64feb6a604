import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceInput, DeviceWithKey } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { DeviceFields } from './DeviceFields';
import { DeviceKey } from './DeviceKey';
import { useCreateDevice } from './queries';

type Props = { company: string | undefined; onClose: () => void };

/** What it is; then its key, this once. */
export function NewDevice({ company, onClose }: Props) {
  const { t } = useTranslation();
  const form = useFields<DeviceInput>({ company_id: company ?? null });
  const [made, setMade] = useState<DeviceWithKey>();
  const creating = useCreateDevice(setMade);
  if (made) return <DeviceKey device={made} onClose={onClose} />;
  return (
    <Dialog title={t('devices.new')} onClose={onClose}>
      <Form
        error={creating.error}
        busy={creating.isPending}
        onSubmit={() => creating.mutate(form.values, { onError: form.refuse })}
        submit={t('devices.create')}
        onCancel={onClose}
      >
        <DeviceFields form={form} />
      </Form>
    </Dialog>
  );
}
