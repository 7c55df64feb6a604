import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Company, DeviceLine } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { AnchorLink, ButtonLink } from '@/ui/links';
import { StatusDot } from '@/ui/StatusDot';
import type { ListOf } from './list';
import { OfCompany } from './OfCompany';

/** Its inventory. */
export function DevicesTab({ company, list }: { company: Company; list: ListOf<DeviceLine> }) {
  const { t } = useTranslation();
  const filter = { company_id: company.id };
  const columns: Column<DeviceLine>[] = [
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
      width: '120px',
      cell: ({ online }) => (
        <StatusDot tone={online ? 'good' : 'calm'}>
          {t(online ? 'devices.online' : 'devices.offline')}
        </StatusDot>
      ),
    },
    { key: 'hostname', header: t('devices.hostname'), width: '22%', cell: ({ hostname }) => hostname },
    { key: 'os', header: t('devices.os'), width: '20%', cell: ({ os }) => os },
    { key: 'group', header: t('devices.group'), width: '16%', cell: ({ group }) => group },
  ];
  const add = useMay('manage_devices') && (
    <ButtonLink to="/devices" search={filter} state={{ adding: true }} size="xs">
      {t('company.add_device')}
    </ButtonLink>
  );
  return <OfCompany area="devices" {...{ company, columns, list, add }} />;
}
