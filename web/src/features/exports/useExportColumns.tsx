import { useTranslation } from 'react-i18next';
import type { Export, JobState } from '@/api/types';
import { Stamp } from '@/parts/Stamp';
import { useWho } from '@/parts/useWho';
import type { Column } from '@/ui/DataTable';
import { StatusDot } from '@/ui/StatusDot';
import { useFormat } from '@/ui/useFormat';
import { DownloadButton } from './DownloadButton';
import { FilterText } from './FilterText';

const TONES = {
  waiting: 'busy',
  running: 'busy',
  done: 'good',
  cancelled: 'calm',
  failed: 'bad',
} as const satisfies Record<JobState, string>;

export function useExportColumns(): Column<Export>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const who = useWho();
  return [
    {
      key: 'whom',
      header: t('exports.whom'),
      cell: ({ filter }) => <FilterText filter={filter} />,
    },
    {
      key: 'state',
      header: t('exports.state_label'),
      width: '20%',
      cell: ({ state, problem }) => (
        <StatusDot tone={TONES[state]}>{problem?.title ?? t(`exports.state.${state}`)}</StatusDot>
      ),
    },
    {
      key: 'rows',
      header: t('exports.rows'),
      width: '13%',
      align: 'end',
      cell: ({ rows, state }) => (state === 'done' ? format.number(rows) : undefined),
    },
    {
      key: 'asked',
      header: t('exports.asked'),
      width: '20%',
      cell: ({ created_at, created_by }) => <Stamp at={created_at} by={who(created_by)} />,
    },
    {
      key: 'file',
      header: t('exports.file'),
      width: '190px',
      cell: (item) => (item.state === 'done' ? <DownloadButton item={item} /> : undefined),
    },
  ];
}
