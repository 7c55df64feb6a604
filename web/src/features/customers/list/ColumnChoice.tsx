import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import type { Column } from '@/ui/DataTable';

/** Which columns are left out; kept on this machine. The first one, by which rows are known, always stays. */
export function useColumnChoice(columns: Column<Customer>[]) {
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: 'deskhand.customers.hidden-columns',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const shown = columns.filter(({ key }, index) => index === 0 || !hidden.includes(key));
  return { shown, columns, setHidden };
}

export function ColumnChoice({ choice }: { choice: ReturnType<typeof useColumnChoice> }) {
  const { t } = useTranslation();
  const { columns, shown, setHidden } = choice;
  const choosable = columns.slice(1);
  return (
    <Popover position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button variant="default" size="xs">
          {t('customers.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('customers.columns')}>
        <Checkbox.Group
          value={shown.map(({ key }) => key)}
          onChange={(keys) =>
            setHidden(choosable.filter(({ key }) => !keys.includes(key)).map(({ key }) => key))
          }
        >
          <Stack gap={10}>
            {choosable.map(({ key, header }) => (
              <Checkbox key={key} value={key} label={header} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
