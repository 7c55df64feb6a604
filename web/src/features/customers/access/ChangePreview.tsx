import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import type { Selection } from '../list/useSelection';
import { isFiltered } from '../search';
import { type Change, changesSomething, foresee } from './change';

/** What will happen, as far as it can be told; the rest is told by the result. */
export function ChangePreview({ selection, change }: { selection: Selection; change: Change }) {
  const { t } = useTranslation();
  if (!changesSomething(change)) return <Notice tone="calm" title={t('access_change.nothing')} />;
  const some = selection.kind === 'some' ? [...selection.customers.values()] : undefined;
  const seen = some && foresee(some, change);
  const whom =
    selection.kind === 'some'
      ? t('access_change.for_some', { count: selection.customers.size })
      : t(isFiltered(selection.filter) ? 'access_change.for_matching' : 'access_change.for_all');
  return (
    <Notice tone="calm" title={whom}>
      <List size="sm" spacing={2}>
        {seen && seen.already > 0 && (
          <List.Item>{t('access_change.already', { count: seen.already })}</List.Item>
        )}
        {seen && seen.companyless > 0 && (
          <List.Item>{t('access_change.companyless', { count: seen.companyless })}</List.Item>
        )}
        {seen && <List.Item>{t('access_change.rest', { count: seen.rest })}</List.Item>}
        <List.Item>{t('access_change.skips')}</List.Item>
      </List>
    </Notice>
  );
}
