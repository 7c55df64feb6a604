import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Choosing rows of a table, to do something with all of them. */
export type Picking<Row> = {
  isPicked: (row: Row) => boolean;
  pick: (rows: Row[], picked: boolean) => void;
  name: (row: Row) => string;
};

export function PickRow<Row>({ row, picking }: { row: Row; picking: Picking<Row> }) {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="xs"
      aria-label={t('common.pick', { name: picking.name(row) })}
      checked={picking.isPicked(row)}
      onChange={(event) => picking.pick([row], event.currentTarget.checked)}
    />
  );
}

export function PickAll<Row>({ rows, picking }: { rows: Row[]; picking: Picking<Row> }) {
  const { t } = useTranslation();
  const picked = rows.filter(picking.isPicked).length;
  return (
    <Checkbox
      size="xs"
      aria-label={t('common.pick_all')}
      checked={rows.length > 0 && picked === rows.length}
      indeterminate={picked > 0 && picked < rows.length}
      onChange={(event) => picking.pick(rows, event.currentTarget.checked)}
    />
  );
}
