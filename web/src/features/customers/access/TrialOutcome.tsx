import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { saveSkipped } from '@/api/access-changes';
import type { AccessChange } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { ProgressLine } from '@/ui/ProgressLine';
import { SaveButton } from '@/ui/SaveButton';
import { useFormat } from '@/ui/useFormat';
import type { Selection } from '../list/useSelection';
import { isFiltered } from '../search';
import { type Change, changesSomething } from './change';
import { Reasons } from './Reasons';
import type { useTrial } from './useTrial';

type Props = { selection: Selection; change: Change; trial: ReturnType<typeof useTrial> };

/** What would become of those who are chosen, as far as it is known. */
export function TrialOutcome({ selection, change, trial: { found, runs, error } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!changesSomething(change)) return <Notice tone="calm" title={t('access_change.nothing')} />;
  if (error) return <ErrorNotice error={error} />;
  if (runs) {
    const { done, total } = found?.progress ?? { done: 0, total: 0 };
    const figures = t('work.done_of', { done: format.number(done), total: format.number(total) });
    return <ProgressLine label={t('access_change.trying')} figures={figures} done={done} total={total} />;
  }
  if (found?.state === 'done') return <Foreseen found={found} />;
  if (found) return <Notice tone="bad" title={found.problem?.title ?? t('access_change.trial_failed')} />;
  const whom =
    selection.kind === 'some'
      ? t('access_change.for_some', { count: selection.customers.size })
      : t(isFiltered(selection.filter) ? 'access_change.for_matching' : 'access_change.for_all');
  return (
    <Notice tone="calm" title={whom}>
      {t('access_change.see_first')}
    </Notice>
  );
}

function Foreseen({ found: { id, counts, reasons } }: { found: AccessChange }) {
  const { t } = useTranslation();
  const { changed, unchanged, skipped } = counts;
  const title =
    changed > 0 ? t('access_change.would_change', { count: changed }) : t('access_change.would_nobody');
  return (
    <Notice tone={skipped > 0 ? 'warn' : 'calm'} title={title}>
      <Stack gap={6}>
        {unchanged > 0 && <Text size="sm">{t('access_change.already', { count: unchanged })}</Text>}
        {skipped > 0 && (
          <>
            <Text size="sm">{t('access_change.would_skip', { count: skipped })}</Text>
            <Reasons reasons={reasons} />
            <Group>
              <SaveButton size="xs" label={t('access_change.save_skipped')} save={() => saveSkipped(id)} />
            </Group>
          </>
        )}
      </Stack>
    </Notice>
  );
}
