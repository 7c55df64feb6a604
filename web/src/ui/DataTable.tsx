import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';

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
  more?: { onMore: () => void; loading: boolean };
};

const BONES = [0, 1, 2, 3, 4, 5];

const isEmpty = (content: ReactNode) => content === null || content === undefined || content === '';

export function DataTable<Row>({ caption, columns, rows, rowKey, stale, more }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      {/* The roles repeat what the elements say, because browsers drop it once the narrow layout changes `display`. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table className={classes.table} role="table" aria-busy={!rows} data-stale={stale || undefined}>
        <caption className={classes.caption}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, header, width, align }) => (
              <th key={key} role="columnheader" scope="col" data-align={align} style={{ width }}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows?.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map(({ key, header, align, cell }) => {
                const content = cell(row);
                return (
                  <td
                    key={key}
                    role="cell"
                    data-label={header}
                    data-align={align}
                    data-empty={isEmpty(content) || undefined}
                  >
                    <div>{content}</div>
                  </td>
                );
              })}
            </tr>
          ))}
          {!rows &&
            BONES.map((bone) => (
              <tr key={bone}>
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
      {more && (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-md" onClick={more.onMore} loading={more.loading}>
            {t('common.load_more')}
          </Button>
        </div>
      )}
    </div>
  );
}
