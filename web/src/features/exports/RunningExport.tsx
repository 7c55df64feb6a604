import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { cancelExport } from '@/api/exports';
import type { Export } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import { ProgressLine } from '@/ui/ProgressLine';
import { useFormat } from '@/ui/useFormat';
import { FilterText } from './FilterText';
import { exportsQuery } from './queries';

export function RunningExport({ item }: { item: Export }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () => cancelExport(item.id),
    onSettled: () => queries.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  });
  const stopping = stop.isPending || item.cancel_requested;
  const { done, total } = item.progress;
  return (
    <Panel>
      <Stack gap="sm">
        <ProgressLine
          label={t('exports.running')}
          figures={t('work.done_of', { done: format.number(done), total: format.number(total) })}
          done={done}
          total={total}
        />
        <Text c="dimmed" size="sm">
          <FilterText filter={item.filter} />. {t('exports.running_detail')}
        </Text>
        {stop.isError && <ErrorNotice error={stop.error} />}
        <Group>
          <Button variant="default" size="xs" disabled={stopping} onClick={() => stop.mutate()}>
            {stopping ? t('work.stopping') : t('work.stop')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
