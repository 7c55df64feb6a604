import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CompanySelect } from '@/choices/CompanySelect';
import { SearchField } from '@/ui/SearchField';
import classes from './DeviceFilters.module.css';
import { useDeviceSearch } from './useDeviceSearch';

const STATES = { '': undefined, online: true, offline: false } as const;

export function DeviceFilters() {
  const { t } = useTranslation();
  const { search, change } = useDeviceSearch();
  const state = search.online === undefined ? '' : search.online ? 'online' : 'offline';
  return (
    <search className={classes.filters}>
      <SearchField
        label={t('devices.search')}
        value={search.text ?? ''}
        onSearch={(text) => change({ text: text.trim() || undefined })}
      />
      <CompanySelect value={search.company_id} onChange={(company_id) => change({ company_id })} />
      <SearchField
        label={t('devices.group')}
        value={search.group ?? ''}
        onSearch={(group) => change({ group: group.trim() || undefined })}
      />
      <NativeSelect
        aria-label={t('devices.state')}
        value={state}
        onChange={({ currentTarget }) =>
          change({ online: STATES[currentTarget.value as keyof typeof STATES] })
        }
        data={[
          { value: '', label: t('devices.any_state') },
          { value: 'online', label: t('devices.online') },
          { value: 'offline', label: t('devices.offline') },
        ]}
      />
      <NativeSelect
        aria-label={t('customers.sort')}
        value={search.sort ?? 'name'}
        onChange={({ currentTarget }) =>
          change({ sort: currentTarget.value === 'last_seen' ? 'last_seen' : undefined })
        }
        data={[
          { value: 'name', label: t('customers.sort_name') },
          { value: 'last_seen', label: t('devices.sort_last_seen') },
        ]}
      />
    </search>
  );
}
