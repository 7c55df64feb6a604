import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CompanySelect } from '@/choices/CompanySelect';
import { SearchField } from '@/ui/SearchField';
import { servicesQuery } from '../queries';
import { ACTIVATION, PORTAL_ACCESS } from '../search';
import classes from './CustomerFilters.module.css';
import { useCustomerSearch } from './useCustomerSearch';

export function CustomerFilters() {
  const { t } = useTranslation();
  const { search, change } = useCustomerSearch();
  const services = useQuery(servicesQuery);
  return (
    <search className={classes.filters}>
      <SearchField
        label={t('customers.search')}
        value={search.text ?? ''}
        onSearch={(text) => change({ text: text.trim() || undefined })}
      />
      <CompanySelect value={search.company_id} onChange={(company_id) => change({ company_id })} />
      <NativeSelect
        aria-label={t('customers.service')}
        value={search.service_id ?? ''}
        onChange={({ currentTarget }) => change({ service_id: currentTarget.value || undefined })}
        data={[
          { value: '', label: t('customers.any_service') },
          ...(services.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        aria-label={t('customers.access')}
        value={search.portal_access ?? ''}
        onChange={({ currentTarget }) =>
          change({ portal_access: PORTAL_ACCESS.find((access) => access === currentTarget.value) })
        }
        data={[
          { value: '', label: t('customers.any_access') },
          ...PORTAL_ACCESS.map((value) => ({ value, label: t(`customers.portal_access.${value}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('customers.activation')}
        value={search.activation ?? ''}
        onChange={({ currentTarget }) =>
          change({ activation: ACTIVATION.find((state) => state === currentTarget.value) })
        }
        data={[
          { value: '', label: t('customers.any_activation') },
          ...ACTIVATION.map((value) => ({ value, label: t(`customers.activation_state.${value}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('customers.sort')}
        value={search.sort ?? 'name'}
        onChange={({ currentTarget }) =>
          change({ sort: currentTarget.value === 'newest' ? 'newest' : undefined })
        }
        data={[
          { value: 'name', label: t('customers.sort_name') },
          { value: 'newest', label: t('customers.sort_newest') },
        ]}
      />
    </search>
  );
}
