import { Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { ButtonLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { ImportRows } from './ImportRows';
import { OutcomeNotice } from './OutcomeNotice';
import { ReadAnew } from './ReadAnew';
import { RejectedRows } from './RejectedRows';
import { UndoImport } from './UndoImport';
import { UndoOutcome } from './UndoOutcome';
import { VerdictChart } from './VerdictChart';

export function ImportOutcome({ import: found }: { import: Import }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // The list of customers and the choice of companies were loaded before this import wrote to them.
  useEffect(() => {
    for (const key of ['customers', 'companies']) void queries.invalidateQueries({ queryKey: [key] });
  }, [queries]);
  const hasRows = found.counts.rows > 0;
  return (
    <>
      <OutcomeNotice import={found} />
      <ReadAnew import={found} />
      {found.undo && <UndoOutcome import={found} undo={found.undo} />}
      <Group gap="xs">
        {found.counts.written > 0 && found.state !== 'undone' && (
          <ButtonLink to="/customers" search={{ sort: 'newest' }}>
            {t('import.to_customers')}
          </ButtonLink>
        )}
        <ButtonLink to="/import" variant="default">
          {t('import.again')}
        </ButtonLink>
        <UndoImport import={found} />
      </Group>
      {hasRows && (
        <>
          <Panel title={t('import.rows_in_file', { count: found.counts.rows })}>
            <Stack gap="md">
              <VerdictChart import={found} />
              <RejectedRows import={found} />
            </Stack>
          </Panel>
          <ImportRows import={found} />
        </>
      )}
    </>
  );
}
