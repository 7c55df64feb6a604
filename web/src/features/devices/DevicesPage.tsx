import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { SelectionBar } from '@/ui/SelectionBar';
import { DeviceFilters } from './DeviceFilters';
import { MoveDialog, type Moving } from './MoveDialog';
import { NewDevice } from './NewDevice';
import { NoDevices } from './NoDevices';
import { devicePagesQuery } from './queries';
import { filterOf, isFiltered } from './search';
import { useDeviceColumns } from './useDeviceColumns';
import { useDeviceSearch } from './useDeviceSearch';
import { usePicked } from './usePicked';

/** The most that can be moved by choosing them one by one. */
const MOST = 100;

export function DevicesPage() {
  const { t } = useTranslation();
  const mayManage = useMay('manage_devices');
  const { search, clear: clearFilters } = useDeviceSearch();
  const list = useInfiniteQuery(devicePagesQuery(search));
  const columns = useDeviceColumns();
  const { picked, picking, clear } = usePicked();
  const [adding, setAdding] = useState(useLocation().state.adding ?? false);
  const [moving, setMoving] = useState<Moving>();
  const filtered = isFiltered(search);
  const tooMany = picked.size > MOST;
  const add = mayManage && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
      {t('devices.new')}
    </Button>
  );
  const moveMatching = mayManage && filtered && (
    <Button variant="default" onClick={() => setMoving({ filter: filterOf(search) })}>
      {t('devices.move_matching')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('devices.title')}
        subtitle={t('devices.intro')}
        actions={
          <Group gap="xs">
            {moveMatching}
            {add}
          </Group>
        }
      />
      <DeviceFilters />
      <ListPanel
        caption={t('devices.title')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        picking={mayManage ? picking : undefined}
        empty={<NoDevices filtered={filtered} onClear={clearFilters} add={add} />}
      />
      {picked.size > 0 && (
        <SelectionBar
          label={t('devices.selected')}
          count={t('devices.selected_count', { count: picked.size })}
          note={tooMany && t('devices.selected_limit')}
          onClear={clear}
        >
          <Button size="xs" disabled={tooMany} onClick={() => setMoving({ device_ids: [...picked] })}>
            {t('devices.move')}
          </Button>
        </SelectionBar>
      )}
      {adding && <NewDevice company={search.company_id} onClose={() => setAdding(false)} />}
      {moving && <MoveDialog moving={moving} onClose={() => setMoving(undefined)} onMoved={clear} />}
    </>
  );
}
