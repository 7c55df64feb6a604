import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { saveSkipped } from '@/api/access-changes';
import type { AccessChange } from '@/api/types';
import { ButtonLink } from '@/ui/links';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { SaveButton } from '@/ui/SaveButton';
import { ShareBar } from '@/ui/ShareBar';
import { Reasons } from './Reasons';

const COLORS = {
  changed: 'var(--dh-create)',
  unchanged: 'var(--dh-exists)',
  skipped: 'var(--dh-duplicate)',
} as const;

const PARTS = ['changed', 'unchanged', 'skipped'] as const;

export function ChangeOutcome({ change: { id, state, counts, reasons, problem } }: { change: AccessChange }) {
  const { t } = useTranslation();
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
          {reasons.length > 0 && <Reasons reasons={reasons} />}
          {counts.skipped > 0 && (
            <Group justify="space-between" gap="xs">
              <Text size="sm" c="dimmed">
                {t('access_change.skipped_detail')}
              </Text>
              <SaveButton size="xs" label={t('access_change.save_skipped')} save={() => saveSkipped(id)} />
            </Group>
          )}
        </Stack>
      </Panel>
      <div>
        <ButtonLink to="/customers">{t('home.all_customers')}</ButtonLink>
      </div>
    </>
  );
}
