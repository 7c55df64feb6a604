import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import { ConfirmPanel } from './ConfirmPanel';
import { ImportRows } from './ImportRows';
import { ReadAnew } from './ReadAnew';
import { RejectedRows } from './RejectedRows';
import { VerdictChart } from './VerdictChart';

export function ImportPreview({ import: found }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unknown_columns: unknown, counts } = found;
  return (
    <>
      {unknown.length > 0 && (
        <Notice
          tone="warn"
          title={t('import.unknown_columns', { count: unknown.length, columns: format.list(unknown) })}
        />
      )}
      <ReadAnew import={found} />
      <Panel title={t('import.rows_in_file', { count: counts.rows })}>
        <Stack gap="md">
          <VerdictChart import={found} />
          <RejectedRows import={found} />
        </Stack>
      </Panel>
      <ConfirmPanel import={found} />
      <ImportRows import={found} />
    </>
  );
}
