import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';
import { type More, MoreRows } from './MoreRows';
import { PickAll, type Picking } from './Picking';
import picks from './Picking.module.css';
import { TableRow } from './TableRow';
import { useWindowedRows } from './useWindowedRows';

export type Column<Row> = {
  key: string;
  header: string;
  /** A CSS width; columns without one share the rest. */
  width?: string;
  align?: 'end';
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  caption: string;
  columns: Column<Row>[];
  /** Undefined while the first page loads: then grey bars hold the place. */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string | number;
  /** The rows belong to the question before the present one. */
  stale?: boolean;
  picking?: Picking<Row>;
  more?: More;
};

const BONES = [0, 1, 2, 3, 4, 5];

export function DataTable<Row>({ caption, columns, rows, rowKey, stale, picking, more }: Props<Row>) {
  const { t } = useTranslation();
  const count = rows?.length ?? 0;
  const { body, from, to, before, after, measure, isMany, Windowing, onSight } =
    useWindowedRows<HTMLTableSectionElement>(count);
  const shown = useMemo(() => rows?.slice(from, to), [rows, from, to]);
  return (
    <div className={classes.frame}>
      {/* The roles repeat what the elements say, because browsers drop it once the narrow layout changes `display`. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table
        className={classes.table}
        role="table"
        aria-busy={!rows}
        aria-rowcount={isMany ? count + 1 : undefined}
        data-stale={stale || undefined}
      >
        <caption className={classes.caption}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {picking && (
              <th role="columnheader" scope="col" className={picks.pick} data-label={t('common.pick_all')}>
                {rows && <PickAll rows={rows} picking={picking} />}
              </th>
            )}
            {columns.map(({ key, header, width, align }) => (
              <th key={key} role="columnheader" scope="col" data-align={align} style={{ width }}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {before > 0 && <tr data-gap style={{ height: before }} />}
          {shown?.map((row, index) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              picking={picking}
              index={from + index}
              isPart={isMany}
              measure={measure}
            />
          ))}
          {after > 0 && <tr data-gap style={{ height: after }} />}
          {!rows &&
            BONES.map((bone) => (
              <tr key={bone}>
                {picking && <td className={picks.pick} />}
                {columns.map(({ key }, index) => (
                  <td key={key}>
                    <div className={classes.bone} data-short={(bone + index) % 3 === 0 || undefined} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      {isMany && <Windowing count={count} body={body} onSight={onSight} />}
      {more && <MoreRows more={more} />}
    </div>
  );
}
