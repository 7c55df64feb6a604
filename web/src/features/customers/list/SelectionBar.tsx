import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './SelectionBar.module.css';
import type { Selection } from './useSelection';

type Props = {
  selection: Selection;
  filtered: boolean;
  onAll: () => void;
  onClear: () => void;
  onChange: () => void;
};

/** The most that can be named one by one. */
const MOST = 1000;

/** Who is chosen, and what can be done with them; stays in sight while one scrolls. */
export function SelectionBar({ selection, filtered, onAll, onClear, onChange }: Props) {
  const { t } = useTranslation();
  const count = selection.kind === 'some' ? selection.customers.size : undefined;
  const tooMany = count !== undefined && count > MOST;
  const all = t(filtered ? 'selection.all_matching' : 'selection.everybody');
  return (
    <section className={classes.bar} aria-label={t('selection.label')}>
      <strong className={classes.count} aria-live="polite">
        {count === undefined ? all : t('selection.count', { count })}
      </strong>
      {tooMany && <span className={classes.note}>{t('selection.limit')}</span>}
      <Button size="xs" onClick={onChange} disabled={tooMany}>
        {t('selection.change')}
      </Button>
      {count !== undefined && (
        <Button size="xs" variant="default" onClick={onAll}>
          {t(filtered ? 'selection.choose_matching' : 'selection.choose_everybody')}
        </Button>
      )}
      <CloseButton
        className={classes.clear}
        aria-label={t('selection.clear')}
        title={t('selection.clear')}
        onClick={onClear}
      />
    </section>
  );
}
