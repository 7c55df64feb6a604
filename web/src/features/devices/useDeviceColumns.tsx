import { useTranslation } from 'react-i18next';
import type { DeviceLine } from '@/api/types';
import { CompanyNames } from '@/choices/CompanyNames';
import type { Column } from '@/ui/DataTable';
import { AnchorLink } from '@/ui/links';
import { DeviceState } from './DeviceState';

export function useDeviceColumns(): Column<DeviceLine>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      header: t('devices.name'),
      cell: ({ id, name }) => (
        <AnchorLink to="/devices/$id" params={{ id }} fw={550}>
          {name}
        </AnchorLink>
      ),
    },
    {
      key: 'state',
      header: t('devices.state'),
      width: '190px',
      cell: (device) => <DeviceState device={device} />,
    },
    { key: 'hostname', header: t('devices.hostname'), width: '13%', cell: ({ hostname }) => hostname },
    { key: 'os', header: t('devices.os'), width: '16%', cell: ({ os }) => os },
    {
      key: 'company',
      header: t('devices.company'),
      width: '16%',
      cell: ({ company_id }) => <CompanyNames ids={[company_id]} />,
    },
    { key: 'group', header: t('devices.group'), width: '11%', cell: ({ group }) => group },
  ];
}
