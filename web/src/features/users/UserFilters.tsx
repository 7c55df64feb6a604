import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CompanySelect } from '@/choices/CompanySelect';
import { TeamSelect } from '@/choices/TeamSelect';
import { SearchField } from '@/ui/SearchField';
import { ROLES, STATUSES, type UserSearch } from './search';
import classes from './UserFilters.module.css';

export function UserFilters({ search }: { search: UserSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/users' });
  const change = (part: UserSearch) =>
    void navigate({
      search: (before) => ({ ...before, ...part }),
      // Typing should not fill the browser's history.
      replace: true,
      resetScroll: false,
    });
  return (
    <search className={classes.filters}>
      <SearchField
        label={t('users.search')}
        value={search.text ?? ''}
        onSearch={(text) => change({ text: text.trim() || undefined })}
      />
      <NativeSelect
        aria-label={t('users.role')}
        value={search.role ?? ''}
        onChange={({ currentTarget }) => change({ role: ROLES.find((role) => role === currentTarget.value) })}
        data={[
          { value: '', label: t('users.any_role') },
          ...ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('users.status_label')}
        value={search.status ?? ''}
        onChange={({ currentTarget }) =>
          change({ status: STATUSES.find((status) => status === currentTarget.value) })
        }
        data={[
          { value: '', label: t('users.any_status') },
          ...STATUSES.map((value) => ({ value, label: t(`users.status.${value}`) })),
        ]}
      />
      <TeamSelect
        aria-label={t('team.one')}
        none={t('team.any')}
        value={search.team_id}
        onChange={(team_id) => change({ team_id: team_id ?? undefined })}
      />
      <CompanySelect value={search.company_id} onChange={(company_id) => change({ company_id })} />
    </search>
  );
}
