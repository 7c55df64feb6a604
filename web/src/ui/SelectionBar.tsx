import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SelectionBar.module.css';

type Props = {
  label: string;
  count: string;
  note?: string | false;
  onClear: () => void;
  children: ReactNode;
};

/** What is chosen, and what can be done with it; stays in sight while one scrolls. */
export function SelectionBar({ label, count, note, onClear, children }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.bar} aria-label={label}>
      <strong className={classes.count} aria-live="polite">
        {count}
      </strong>
      {note && <span className={classes.note}>{note}</span>}
      {children}
      <CloseButton
        className={classes.clear}
        aria-label={t('common.clear_selection')}
        title={t('common.clear_selection')}
        onClick={onClear}
      />
    </section>
  );
}
