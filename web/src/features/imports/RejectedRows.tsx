import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveRejectedRows } from '@/api/imports';
import type { Import } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { rejectedRows } from './verdicts';

/** Their own columns and why each was rejected, as a file to mend and import again. */
export function RejectedRows({ import: found }: { import: Import }) {
  const { t } = useTranslation();
  const name = found.file_name.replace(/\.[^.]*$/, '');
  const save = useMutation({ mutationFn: () => saveRejectedRows(found.id, `${name}-rejected.csv`) });
  const count = rejectedRows(found);
  if (count === 0) return null;
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm" c="dimmed">
        {found.state === 'ready' ? t('import.rejected_preview', { count }) : t('import.rejected', { count })}
      </Text>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="save" size={16} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('import.save_rejected')}
      </Button>
      {save.isError && <ErrorNotice error={save.error} />}
    </Group>
  );
}
