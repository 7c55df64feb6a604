import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './ErrorNotice';
import { Panel } from './Panel';
import { ProgressLine } from './ProgressLine';
import { useFormat } from './useFormat';

type Stop = { label: string; onStop: () => void; stopping?: boolean; error?: unknown };

type Props = {
  label: string;
  /** A total of 0 is not known yet. */
  progress: { done: number; total: number };
  /** How amounts are written; numbers by default. */
  amount?: (value: number) => string;
  detail?: ReactNode;
  stop?: Stop;
  /** Where else one could go meanwhile. */
  extra?: ReactNode;
};

/** Work that takes a while: how far it is, what one may do meanwhile, and how to stop it. */
export function ProgressPanel({ label, progress, amount, detail, stop, extra }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const write = amount ?? format.number;
  const { done, total } = progress;
  return (
    <Panel>
      <Stack gap="sm">
        <ProgressLine
          label={label}
          figures={t('work.done_of', { done: write(done), total: write(total) })}
          done={done}
          total={total}
        />
        {detail && (
          <Text c="dimmed" size="sm">
            {detail}
          </Text>
        )}
        {Boolean(stop?.error) && <ErrorNotice error={stop?.error} />}
        {(stop || extra) && (
          <Group>
            {stop && (
              <Button variant="default" size="xs" disabled={stop.stopping} onClick={stop.onStop}>
                {stop.stopping ? t('work.stopping') : stop.label}
              </Button>
            )}
            {extra}
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
