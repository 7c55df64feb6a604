import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { Flyout } from '@/ui/Flyout';
import { Tick } from '@/ui/Tick';
import classes from './ColumnChoice.module.css';

/** Which columns are left out; kept on this machine. The first one, by which rows are known, always stays. */
export function useColumnChoice(columns: Column<Customer>[]) {
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: 'deskhand.customers.hidden-columns',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const shown = columns.filter(({ key }, index) => index === 0 || !hidden.includes(key));
  const show = (key: string, shows: boolean) =>
    setHidden((before) => (shows ? before.filter((one) => one !== key) : [...before, key]));
  return { shown, columns, hidden, show };
}

export function ColumnChoice({ choice }: { choice: ReturnType<typeof useColumnChoice> }) {
  const { t } = useTranslation();
  const { columns, hidden, show } = choice;
  return (
    <Flyout
      label={t('customers.columns')}
      button={t('customers.columns')}
      buttonClass={classes.button}
      panelClass={classes.panel}
      below
    >
      {() =>
        columns.slice(1).map(({ key, header }) => (
          <div key={key} className={classes.column}>
            <Tick
              id={`column-${key}`}
              checked={!hidden.includes(key)}
              onChange={(shows) => show(key, shows)}
            />
            <label htmlFor={`column-${key}`}>{header}</label>
          </div>
        ))
      }
    </Flyout>
  );
}
