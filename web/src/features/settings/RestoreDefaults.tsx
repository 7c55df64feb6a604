import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { restoreDefaults } from '@/api/settings';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';

/** Brings back what the account was opened with and somebody has deleted; nothing else is touched, so nobody is asked (SET-2). */
export function RestoreDefaults() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const restoring = useMutation({
    mutationFn: restoreDefaults,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['services'] }),
  });
  const back = restoring.data?.services.map(({ name }) => name);
  return (
    <Panel title={t('settings.restore.title')}>
      <Text c="dimmed" maw={640} mb="sm">
        {t('settings.restore.detail')}
      </Text>
      {restoring.isError && <ErrorNotice error={restoring.error} />}
      {back && (
        <Notice tone="good" title={t(back.length > 0 ? 'settings.restore.done' : 'settings.restore.nothing')}>
          {back.length > 0 && format.list(back)}
        </Notice>
      )}
      <Button variant="default" mt="sm" loading={restoring.isPending} onClick={() => restoring.mutate()}>
        {t('settings.restore.button')}
      </Button>
    </Panel>
  );
}
