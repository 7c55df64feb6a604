import { Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { label: string; figures: ReactNode; done: number; total: number };

/** Progress with its figures; a total that is not known yet shows as a moving stripe. */
export function ProgressLine({ label, figures, done, total }: Props) {
  const unknown = total === 0;
  const percent = unknown ? 100 : Math.min(100, (done / total) * 100);
  return (
    <div>
      <Group justify="space-between" gap="sm" mb={6}>
        <Text fw={600}>{label}</Text>
        <Text c="dimmed" size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {figures}
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section
          value={percent}
          aria-label={label}
          aria-valuenow={unknown ? undefined : Math.round(percent)}
          animated={unknown}
          striped={unknown}
        />
      </Progress.Root>
    </div>
  );
}
