import { List, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { useFormat } from '@/ui/useFormat';
import { type Pair, previewQuery } from '../queries';
import { useBelongings } from './useBelongings';

/** What would move, who would see more, and that there is no way back. */
export function MergePreview({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const format = useFormat();
  const belongings = useBelongings();
  const { data, error } = useQuery(previewQuery(pair));
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Skeleton h={150} />;
  const {
    from,
    into,
    moves,
    users_who_see_more: users,
    services_for_both,
    equal_device_names,
    settings_lost,
  } = data;
  const { devices, first } = equal_device_names;
  const lines = belongings(moves);
  const widens = [
    users > 0 && t('merge.sees_more', { count: users }),
    services_for_both.length > 0 && t('merge.services', { services: format.list(services_for_both) }),
    devices > 0 && t('merge.equal_names', { count: devices, names: format.list(first) }),
    settings_lost.length > 0 && t('merge.settings_lost', { count: settings_lost.length, into: into.name }),
  ].filter((line) => line !== false);
  return (
    <>
      <Notice tone="calm" title={t('merge.moves', { into: into.name })}>
        {lines.length === 0 && t('merge.moves_nothing', { from: from.name })}
        <List size="sm" spacing={2}>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Notice>
      <Notice tone="warn" title={t('merge.gone', { from: from.name })}>
        <List size="sm" spacing={2}>
          {widens.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Notice>
    </>
  );
}
