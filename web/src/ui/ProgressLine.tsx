import { Group, Loader, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { label: string; figures: ReactNode; done: number; total: number };

/** Progress with its figures; while the total is not known yet (0), the bar stays empty and a wheel turns. */
export function ProgressLine({ label, figures, done, total }: Props) {
  const percent = total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <div>
      <Group justify="space-between" gap="sm" mb={6} mih={20}>
        <Text fw={600}>{label}</Text>
        {total === 0 ? (
          <Loader color="var(--dh-accent)" size={16} />
        ) : (
          <Text c="dimmed" size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {figures}
          </Text>
        )}
      </Group>
      <Progress.Root size="lg">
        <Progress.Section color="var(--dh-accent)" value={percent} aria-label={label} />
      </Progress.Root>
    </div>
  );
}
