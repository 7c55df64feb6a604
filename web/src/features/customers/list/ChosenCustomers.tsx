import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SelectionBar } from '@/ui/SelectionBar';
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

/** Who is chosen, and what can be done with them. */
export function ChosenCustomers({ selection, filtered, onAll, onClear, onChange }: Props) {
  const { t } = useTranslation();
  const count = selection.kind === 'some' ? selection.customers.size : undefined;
  const tooMany = count !== undefined && count > MOST;
  const all = t(filtered ? 'selection.all_matching' : 'selection.everybody');
  return (
    <SelectionBar
      label={t('selection.label')}
      count={count === undefined ? all : t('selection.count', { count })}
      note={tooMany && t('selection.limit')}
      onClear={onClear}
    >
      <Button size="xs" onClick={onChange} disabled={tooMany}>
        {t('selection.change')}
      </Button>
      {count !== undefined && (
        <Button size="xs" variant="default" onClick={onAll}>
          {t(filtered ? 'selection.choose_matching' : 'selection.choose_everybody')}
        </Button>
      )}
    </SelectionBar>
  );
}
