import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { Panel } from '@/ui/Panel';
import { ProgressLine } from '@/ui/ProgressLine';
import { useFormat } from '@/ui/useFormat';

export function UndoProgress({ import: { undo, counts } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = undo ? undo.customers_removed + undo.customers_restored + undo.customers_kept : 0;
  return (
    <Panel>
      <Stack gap="sm">
        <ProgressLine
          label={t('import.undoing')}
          figures={t('work.done_of', { done: format.number(done), total: format.number(counts.written) })}
          done={done}
          total={counts.written}
        />
        <Text c="dimmed" size="sm">
          {t('import.undoing_detail')}
        </Text>
      </Stack>
    </Panel>
  );
}
