import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { title: string; subtitle?: ReactNode; before?: ReactNode; actions?: ReactNode };

export function PageHeader({ title, subtitle, before, actions }: Props) {
  return (
    <header>
      {/* React lifts <title> into the document's head. */}
      <title>{`${title} · Deskhand`}</title>
      {before}
      <Group justify="space-between" gap="sm" mih={36}>
        <Title order={1}>{title}</Title>
        {actions}
      </Group>
      {subtitle && (
        <Text c="dimmed" size="sm" component="div" mt={4}>
          {subtitle}
        </Text>
      )}
    </header>
  );
}
