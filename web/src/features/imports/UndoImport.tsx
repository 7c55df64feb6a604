import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { Icon } from '@/ui/Icon';
import { useFormat } from '@/ui/useFormat';
import { useUndo } from './queries';

/** For a day after its end an import can be taken back. */
export function UndoImport({ import: found }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const undo = useUndo(found.id);
  const until = found.undo || found.counts.written === 0 ? undefined : found.undoable_until;
  if (!until || new Date(until) < new Date()) return null;
  return (
    <>
      <Button variant="default" leftSection={<Icon name="undo" size={16} />} onClick={() => setAsking(true)}>
        {t('import.undo')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('import.undo_until', { time: format.time(until) })}
      </Text>
      {asking && (
        <Dialog title={t('import.undo_title')} onClose={() => setAsking(false)}>
          <Form
            error={undo.error}
            busy={undo.isPending}
            onSubmit={() => undo.mutate(undefined)}
            submit={t('import.undo')}
            onCancel={() => setAsking(false)}
            danger
          >
            <Text>{t('import.undo_detail')}</Text>
          </Form>
        </Dialog>
      )}
    </>
  );
}
