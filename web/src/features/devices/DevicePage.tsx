import { Button, Code, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { CompanyLink } from '@/choices/CompanyLink';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Facts } from '@/ui/Facts';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { DeleteDevice } from './DeleteDevice';
import { DeviceState } from './DeviceState';
import { EditDevice } from './EditDevice';
import { deviceQuery } from './queries';
import { RenewKey } from './RenewKey';

export function DevicePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/inside/devices/$id' });
  const mayManage = useMay('manage_devices');
  const found = useQuery(deviceQuery(id));
  const [open, setOpen] = useState<'edit' | 'renew' | 'delete'>();
  const close = () => setOpen(undefined);
  const back = <BackLink to="/devices">{t('devices.title')}</BackLink>;
  if (found.isError) {
    return (
      <>
        <PageHeader title={t('devices.one')} before={back} />
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  const device = found.data;
  if (!device) return <Skeleton h={300} />;
  const actions = mayManage && (
    <Group gap="xs">
      <Button onClick={() => setOpen('edit')}>{t('devices.edit')}</Button>
      <Button variant="default" onClick={() => setOpen('renew')}>
        {t('devices.renew')}
      </Button>
      <Button variant="default" c="var(--mantine-color-error)" onClick={() => setOpen('delete')}>
        {t('devices.delete')}
      </Button>
    </Group>
  );
  return (
    <>
      <PageHeader
        title={device.name}
        before={back}
        subtitle={<DeviceState device={device} />}
        actions={actions}
      />
      <Panel title={t('devices.about')}>
        <Facts
          facts={[
            { name: t('devices.company'), value: <CompanyLink id={device.company_id} /> },
            { name: t('devices.group'), value: device.group },
            { name: t('devices.hostname'), value: device.hostname },
            { name: t('devices.os'), value: device.os },
            { name: t('devices.seen'), value: device.seen_at && format.time(device.seen_at) },
            { name: t('devices.added'), value: format.date(device.created_at) },
            { name: t('devices.key_begins'), value: <Code>{device.key_prefix}…</Code> },
            { name: t('devices.notes'), value: device.notes, wide: true },
          ]}
        />
      </Panel>
      {open === 'edit' && <EditDevice device={device} onClose={close} />}
      {open === 'renew' && <RenewKey device={device} onClose={close} />}
      {open === 'delete' && (
        <DeleteDevice device={device} onClose={close} onDeleted={() => void navigate({ to: '/devices' })} />
      )}
    </>
  );
}
