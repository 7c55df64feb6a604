import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeviceWithKey } from '@/api/types';
import { ShownOnce } from '@/ui/ShownOnce';

/** The key with which a device reports, with a line that reports. */
export function DeviceKey({ device, onClose }: { device: DeviceWithKey; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // The line may have been tried: then the device has been seen.
  const onKept = () => {
    for (const key of ['devices', 'device']) void queries.invalidateQueries({ queryKey: [key] });
    onClose();
  };
  const example = `curl -X POST -H 'Authorization: Bearer ${device.key}' '${location.origin}/v1/devices/${device.id}/reports'`;
  return (
    <ShownOnce
      title={t('devices.key_title', { name: device.name })}
      detail={t('devices.key_detail')}
      value={device.key}
      example={example}
      onClose={onKept}
    />
  );
}
