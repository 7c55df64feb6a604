import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveExport } from '@/api/exports';
import type { Export } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { useFormat } from '@/ui/useFormat';

export function DownloadButton({ item: { id, created_at, kept_until } }: { item: Export }) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useMutation({ mutationFn: () => saveExport(id) });
  if (!kept_until || new Date(kept_until) < new Date()) return t('exports.gone');
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="save" size={16} />}
        aria-label={t('exports.download_of', { at: format.time(created_at) })}
        title={t('exports.kept_until', { at: format.time(kept_until) })}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('exports.download')}
      </Button>
      {save.isError && <ErrorNotice error={save.error} />}
    </>
  );
}
