import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceLine } from '@/api/types';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';

/** Online or not, and since when one knows. */
export function DeviceState({ device }: { device: Pick<DeviceLine, 'online' | 'seen_at'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (device.online) return <StatusDot tone="good">{t('devices.online')}</StatusDot>;
  return (
    <div>
      <StatusDot tone="calm">{t('devices.offline')}</StatusDot>
      <Text size="xs" c="dimmed">
        {device.seen_at
          ? t('devices.last_seen', { time: format.time(device.seen_at) })
          : t('devices.never_seen')}
      </Text>
    </div>
  );
}
