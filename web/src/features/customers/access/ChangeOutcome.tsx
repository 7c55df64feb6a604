import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveSkipped } from '@/api/access-changes';
import type { AccessChange } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { ShareBar } from '@/ui/ShareBar';

const COLORS = {
  changed: 'var(--dh-create)',
  unchanged: 'var(--dh-exists)',
  skipped: 'var(--dh-duplicate)',
} as const;

const PARTS = ['changed', 'unchanged', 'skipped'] as const;

export function ChangeOutcome({ change: { id, state, counts, problem } }: { change: AccessChange }) {
  const { t } = useTranslation();
  const save = useMutation({ mutationFn: () => saveSkipped(id) });
  return (
    <>
      {state === 'done' && (
        <Notice
          tone={counts.skipped > 0 ? 'warn' : 'good'}
          title={t('access_change.done', { count: counts.changed })}
        />
      )}
      {state === 'cancelled' && (
        <Notice tone="calm" title={t('access_change.cancelled')}>
          {t('access_change.done', { count: counts.changed })}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice tone="bad" title={problem?.title ?? t('error.unknown_title')}>
          {problem?.detail}
        </Notice>
      )}
      <Panel title={t('access_change.outcome')}>
        <Stack gap="md">
          <ShareBar
            label={t('access_change.outcome')}
            parts={PARTS.map((key) => ({
              key,
              name: t(`access_change.part_${key}`),
              value: counts[key],
              color: COLORS[key],
            }))}
          />
          {counts.skipped > 0 && (
            <Group justify="space-between" gap="xs">
              <Text size="sm" c="dimmed">
                {t('access_change.skipped_detail')}
              </Text>
              <Button
                variant="default"
                size="xs"
                leftSection={<Icon name="save" size={16} />}
                loading={save.isPending}
                onClick={() => save.mutate()}
              >
                {t('access_change.save_skipped')}
              </Button>
            </Group>
          )}
          {save.isError && <ErrorNotice error={save.error} />}
        </Stack>
      </Panel>
      <div>
        <ButtonLink to="/customers">{t('erasure.to_customers')}</ButtonLink>
      </div>
    </>
  );
}
