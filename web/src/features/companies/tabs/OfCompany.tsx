import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Company } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { ListPanel } from '@/ui/ListPanel';
import { AnchorLink } from '@/ui/links';
import type { ListOf } from './list';

type Props<Item> = {
  area: 'contacts' | 'customers' | 'devices' | 'users';
  company: Company;
  columns: Column<Item>[];
  list: ListOf<Item>;
  /** Those that count, where not all of the list do. */
  rows?: Item[] | undefined;
  /** How one more is added, by those who may. */
  add: ReactNode;
  /** What else to do where there are none. */
  next?: ReactNode;
};

/** What of one kind belongs to a company: a short list, the way to the whole one, and to one more. */
export function OfCompany<Item extends { id: string }>(props: Props<Item>) {
  const { area, company, columns, list, rows, add, next } = props;
  const { t } = useTranslation();
  return (
    <ListPanel
      caption={t(`shell.${area}`)}
      title={t(`company.${area}_title`)}
      actions={
        <Group gap="sm">
          <AnchorLink to={`/${area}`} search={{ company_id: company.id }} size="sm">
            {t('company.in_list')}
          </AnchorLink>
          {add}
        </Group>
      }
      columns={columns}
      rowKey={({ id }) => id}
      list={list}
      rows={rows}
      empty={
        <EmptyState title={t(`company.no_${area}`)} action={next}>
          {add && t(`company.no_${area}_detail`)}
        </EmptyState>
      }
    />
  );
}
