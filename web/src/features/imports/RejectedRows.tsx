import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { saveRejectedRows } from '@/api/imports';
import type { Import } from '@/api/types';
import { SaveButton } from '@/ui/SaveButton';
import { rejectedRows } from './verdicts';

/** Their own columns and why each was rejected, as a file to mend and import again. */
export function RejectedRows({ import: found }: { import: Import }) {
  const { t } = useTranslation();
  const name = found.file_name.replace(/\.[^.]*$/, '');
  const count = rejectedRows(found);
  if (count === 0) return null;
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm" c="dimmed">
        {found.state === 'ready' ? t('import.rejected_preview', { count }) : t('import.rejected', { count })}
      </Text>
      <SaveButton
        size="xs"
        label={t('import.save_rejected')}
        save={() => saveRejectedRows(found.id, `${name}-rejected.csv`)}
      />
    </Group>
  );
}
