import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { ProgressLine } from '@/ui/ProgressLine';
import { useFormat } from '@/ui/useFormat';
import { useCancel } from './queries';

export function ImportProgress({ import: { id, state, progress, counts } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancel(id);
  const stage = state === 'writing' ? 'writing' : state === 'reading' ? 'reading' : 'awaiting';
  const amount = stage === 'reading' ? format.bytes : format.number;
  const figures =
    progress.total > 0 && t('work.done_of', { done: amount(progress.done), total: amount(progress.total) });
  const stopping = cancel.isPending || cancel.isSuccess;
  return (
    <Panel>
      <Stack gap="sm">
        <ProgressLine
          label={t(`import.${stage}`)}
          figures={figures}
          done={progress.done}
          total={stage === 'awaiting' ? 0 : progress.total}
        />
        <Text c="dimmed" size="sm">
          {t(`import.${stage}_detail`)}
          {stage === 'reading' && counts.rows > 0 && ` ${t('import.rows_found', { count: counts.rows })}.`}
        </Text>
        {cancel.isError && <ErrorNotice error={cancel.error} />}
        <Group>
          <Button variant="default" size="xs" disabled={stopping} onClick={() => cancel.mutate(undefined)}>
            {stopping ? t('work.stopping') : stage === 'writing' ? t('work.stop') : t('import.cancel')}
          </Button>
          {stage === 'awaiting' && (
            <AnchorLink to="/import" size="sm">
              {t('import.again')}
            </AnchorLink>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}
