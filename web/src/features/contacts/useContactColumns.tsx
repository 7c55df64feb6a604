import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/permissions';
import type { Contact } from '@/api/types';
import { CompanyNames } from '@/choices/CompanyNames';
import type { Column } from '@/ui/DataTable';
import { AnchorLink } from '@/ui/links';
import { RowActions } from '@/ui/RowActions';
import type { Open } from './ContactDialogs';
import { Methods } from './Methods';

export function useContactColumns(onOpen: (open: Open) => void): Column<Contact>[] {
  const { t } = useTranslation();
  const seesUsers = useMay('see_users');
  const mayChange = useMay('manage_contacts');
  const columns: Column<Contact>[] = [
    {
      key: 'name',
      header: t('contacts.name'),
      width: '22%',
      cell: ({ id, name, kind }) => (
        <Group gap={8}>
          {kind === 'user' && seesUsers ? (
            <AnchorLink to="/users/$id" params={{ id }} fw={550}>
              {name}
            </AnchorLink>
          ) : (
            <Text span fw={550}>
              {name}
            </Text>
          )}
          {kind === 'user' && (
            <Badge variant="default" size="sm" tt="none">
              {t('contacts.user')}
            </Badge>
          )}
        </Group>
      ),
    },
    {
      key: 'methods',
      header: t('contacts.methods'),
      cell: (contact) => <Methods contact={contact} onOpen={mayChange ? onOpen : undefined} />,
    },
    {
      key: 'companies',
      header: t('contacts.companies'),
      width: '18%',
      cell: ({ company_access }) =>
        company_access === 'all' ? t('contacts.all_companies') : <CompanyNames ids={company_access} />,
    },
  ];
  if (!mayChange) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      header: t('common.actions'),
      width: '90px',
      align: 'end',
      // Users change their names themselves, and go otherwise.
      cell: (contact) =>
        contact.kind === 'user' ? null : (
          <RowActions
            actions={[
              {
                icon: 'edit',
                label: t('contacts.edit_title', { name: contact.name }),
                onClick: () => onOpen({ what: 'edit', contact }),
              },
              {
                icon: 'trash',
                label: `${t('contacts.delete')}: ${contact.name}`,
                onClick: () => onOpen({ what: 'delete', contact }),
              },
            ]}
          />
        ),
    },
  ];
}
