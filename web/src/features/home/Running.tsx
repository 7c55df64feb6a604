import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOver } from '@/api/jobs';
import { AnchorLink } from '@/ui/links';
import { Panel } from '@/ui/Panel';
import { ProgressLine } from '@/ui/ProgressLine';
import { useFormat } from '@/ui/useFormat';
import { exportsQuery, importsQuery, isRunning } from './queries';

/** Work in the background that has not ended; nothing at all while there is none. */
export function Running() {
  const { t } = useTranslation();
  const format = useFormat();
  const imports = useQuery(importsQuery).data?.items.filter(isRunning) ?? [];
  const exports = useQuery(exportsQuery).data?.items.filter(({ state }) => !isOver(state)) ?? [];
  if (imports.length + exports.length === 0) return null;
  const percent = ({ done, total }: { done: number; total: number }) =>
    format.percent(total ? done / total : 0);
  return (
    <Panel title={t('home.running')}>
      <Stack gap="md">
        {imports.map(({ id, file_name, progress }) => (
          <ProgressLine
            key={id}
            label={file_name}
            figures={
              <AnchorLink to="/import/$id" params={{ id }} aria-label={file_name}>
                {percent(progress)}
              </AnchorLink>
            }
            {...progress}
          />
        ))}
        {exports.map(({ id, progress }) => (
          <ProgressLine
            key={id}
            label={t('home.export')}
            figures={
              <AnchorLink to="/exports" aria-label={t('home.export')}>
                {percent(progress)}
              </AnchorLink>
            }
            {...progress}
          />
        ))}
      </Stack>
    </Panel>
  );
}
