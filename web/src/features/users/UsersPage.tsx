import { Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import { EmptyState } from '@/ui/EmptyState';
import { Icon } from '@/ui/Icon';
import { ListPanel } from '@/ui/ListPanel';
import { ButtonLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { usersQuery } from './queries';
import { isFiltered } from './search';
import { UserFilters } from './UserFilters';
import { useUserColumns } from './useUserColumns';

/** The staff of the account: who they are, what they may do and whether they have come in. */
export function UsersPage() {
  const { t } = useTranslation();
  const mayManage = useMay('manage_users');
  const search = useSearch({ from: '/inside/users' });
  const list = useInfiniteQuery(usersQuery(search));
  const columns = useUserColumns();
  return (
    <>
      <PageHeader
        title={t('shell.users')}
        subtitle={t('users.intro')}
        actions={
          mayManage && (
            <Group gap="xs">
              <ButtonLink to="/users/batch" variant="default">
                {t('shell.batch')}
              </ButtonLink>
              <ButtonLink to="/users/new" leftSection={<Icon name="plus" size={16} />}>
                {t('shell.new_user')}
              </ButtonLink>
            </Group>
          )
        }
      />
      <UserFilters search={search} />
      <ListPanel
        caption={t('shell.users')}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        empty={
          <EmptyState
            title={t('users.no_match')}
            action={
              isFiltered(search) && (
                <ButtonLink variant="default" to="/users" search={{}}>
                  {t('common.clear_filters')}
                </ButtonLink>
              )
            }
          />
        }
      />
    </>
  );
}
