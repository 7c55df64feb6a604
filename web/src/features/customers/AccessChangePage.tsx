import { Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelAccessChange } from '@/api/access-changes';
import { isOver } from '@/api/jobs';
import { useWho } from '@/parts/useWho';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { BackLink } from '@/ui/links';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { ProgressPanel } from '@/ui/ProgressPanel';
import { useFormat } from '@/ui/useFormat';
import { ChangeOutcome } from './access/ChangeOutcome';
import { useChangeText } from './access/useChangeText';
import { accessChangeQuery } from './queries';

/** How far a mass change is, and what has come of it. */
export function AccessChangePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const who = useWho();
  const queries = useQueryClient();
  const { id } = useParams({ from: '/inside/customers/access/$id' });
  const query = useQuery(accessChangeQuery(id));
  const change = query.data;
  const over = change && isOver(change.state);
  const text = useChangeText();
  const stop = useMutation({
    mutationFn: () => cancelAccessChange(id),
    onSettled: () => query.refetch(),
  });
  useEffect(() => {
    if (over)
      for (const key of ['customers', 'customer']) void queries.invalidateQueries({ queryKey: [key] });
  }, [over, queries]);
  return (
    <>
      <PageHeader
        title={t('access_change.title')}
        before={<BackLink to="/customers">{t('customers.title')}</BackLink>}
        subtitle={
          change &&
          t('access_change.since', {
            at: format.time(change.created_at),
            who: who(change.created_by),
          })
        }
      />
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton h={180} />}
      {change && !over && (
        <ProgressPanel
          label={t('access_change.running')}
          progress={change.progress}
          detail={t('access_change.running_detail')}
          stop={{
            label: t('work.stop'),
            onStop: stop.mutate,
            stopping: stop.isPending || change.cancel_requested,
            error: stop.error,
          }}
        />
      )}
      {change && over && <ChangeOutcome change={change} />}
      {change && (
        <Panel title={t('access_change.what')}>
          <Stack gap={4}>
            {text(change).map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </Stack>
        </Panel>
      )}
    </>
  );
}
