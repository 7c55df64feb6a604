import { Group, Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type Chip = { label: string; remove: () => void };

/** To whom or what the log is narrowed, each to be taken away. */
export function AuditChips({ chips }: { chips: Chip[] }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mt="xs">
      {chips.map(({ label, remove }) => (
        <Pill
          key={label}
          size="md"
          withRemoveButton
          onRemove={remove}
          removeButtonProps={{
            'aria-label': t('audit.remove_filter', { filter: label }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
        >
          {label}
        </Pill>
      ))}
    </Group>
  );
}
