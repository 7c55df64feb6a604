import { useTranslation } from 'react-i18next';
import { Tick } from './Tick';

/** Choosing rows of a table, to do something with all of them. */
export type Picking<Row> = {
  isPicked: (row: Row) => boolean;
  pick: (rows: Row[], picked: boolean) => void;
  name: (row: Row) => string;
};

export function PickRow<Row>({ row, picking }: { row: Row; picking: Picking<Row> }) {
  const { t } = useTranslation();
  return (
    <Tick
      aria-label={t('common.pick', { name: picking.name(row) })}
      checked={picking.isPicked(row)}
      onChange={(checked) => picking.pick([row], checked)}
    />
  );
}

export function PickAll<Row>({ rows, picking }: { rows: Row[]; picking: Picking<Row> }) {
  const { t } = useTranslation();
  const picked = rows.filter(picking.isPicked).length;
  return (
    <Tick
      aria-label={t('common.pick_all')}
      checked={rows.length > 0 && picked === rows.length}
      indeterminate={picked > 0 && picked < rows.length}
      onChange={(checked) => picking.pick(rows, checked)}
    />
  );
}
