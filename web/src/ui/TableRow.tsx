import { memo, type Ref } from 'react';
import type { Column } from './DataTable';
import { type Picking, PickRow } from './Picking';
import picks from './Picking.module.css';

type Props<Row> = {
  row: Row;
  columns: Column<Row>[];
  picking: Picking<Row> | undefined;
  /** Where it stands among all, if only some are in the page. */
  index: number;
  isPart: boolean;
  measure: Ref<HTMLTableRowElement> | undefined;
};

const isEmpty = (content: unknown) => content === null || content === undefined || content === '';

function Cells<Row>({ row, columns, picking, index, isPart, measure }: Props<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: as in DataTable
    <tr
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={isPart ? index + 2 : undefined}
      data-picked={picking?.isPicked(row) || undefined}
    >
      {picking && (
        <td role="cell" className={picks.pick}>
          <PickRow row={row} picking={picking} />
        </td>
      )}
      {columns.map(({ key, header, align, cell }, column) => {
        const content = cell(row);
        return (
          <td
            key={key}
            role="cell"
            data-title={column === 0 || undefined}
            data-label={header}
            data-align={align}
            data-empty={isEmpty(content) || undefined}
          >
            <div>{content}</div>
          </td>
        );
      })}
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: as in DataTable
  );
}

/** Scrolling brings rows into the page; those that are there already need not be thought over again. */
export const TableRow = memo(Cells) as typeof Cells;
