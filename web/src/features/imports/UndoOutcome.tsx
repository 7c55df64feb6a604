import { Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { Panel } from '@/ui/Panel';
import { StackedBar } from '@/ui/StackedBar';
import { useFormat } from '@/ui/useFormat';

type Props = { import: Import; undo: NonNullable<Import['undo']> };

/** Who is gone, who is as before and who was kept; choosing the kept ones lists them with the reasons. */
export function UndoOutcome({ import: { id }, undo }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { kept } = useSearch({ from: '/inside/import/$id' });
  const parts = [
    { key: 'removed', fixed: true, value: undo.customers_removed, color: 'var(--dh-exists)' },
    { key: 'restored', fixed: true, value: undo.customers_restored, color: 'var(--dh-update)' },
    {
      key: 'kept',
      fixed: undo.customers_kept === 0,
      value: undo.customers_kept,
      color: 'var(--dh-duplicate)',
    },
  ] as const;
  return (
    <Panel title={t('import.undo_chart')}>
      <StackedBar
        label={t('import.undo_chart')}
        parts={parts.map((part) => ({ ...part, name: t(`import.undo_${part.key}`) }))}
        chosen={kept ? 'kept' : undefined}
        onChoose={(chosen) =>
          void navigate({
            to: '/import/$id',
            params: { id },
            search: chosen === 'kept' ? { kept: true } : {},
            replace: true,
            resetScroll: false,
          })
        }
      />
      {undo.companies_removed + undo.companies_kept > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('import.undo_companies', {
            removed: format.number(undo.companies_removed),
            kept: format.number(undo.companies_kept),
          })}
        </Text>
      )}
    </Panel>
  );
}
