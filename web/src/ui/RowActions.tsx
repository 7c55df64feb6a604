import { ActionIcon, Group } from '@mantine/core';
import { Icon } from './Icon';

type Action = {
  icon: Parameters<typeof Icon>[0]['name'];
  /** Says what is done to which row. */
  label: string;
  onClick: () => void;
};

export function RowActions({ actions }: { actions: Action[] }) {
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end" my={-6}>
      {actions.map(({ icon, label, onClick }) => (
        <ActionIcon
          key={icon}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={label}
          title={label}
          onClick={onClick}
        >
          <Icon name={icon} size={16} />
        </ActionIcon>
      ))}
    </Group>
  );
}
