import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { StackedBar } from '@/ui/StackedBar';
import { VERDICT_COLORS, VERDICTS } from './verdicts';

/** The counts; choosing one filters the rows below, by the address. */
export function VerdictChart({ import: { id, mode, counts } }: { import: Import }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { verdict } = useSearch({ from: '/inside/import/$id' });
  return (
    <StackedBar
      label={t('import.chart')}
      parts={VERDICTS.filter((key) => key !== 'update' || mode === 'update').map((key) => ({
        key,
        name: t(`verdict.${key}`),
        hint: t(`verdict.${key}_hint`),
        value: counts[key] ?? 0,
        color: VERDICT_COLORS[key],
      }))}
      chosen={verdict}
      onChoose={(chosen) =>
        void navigate({
          to: '/import/$id',
          params: { id },
          search: { verdict: chosen },
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
