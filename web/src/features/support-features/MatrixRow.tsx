import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EffectiveFeatures } from '@/api/types';
import { placeOf } from './grid';
import classes from './Matrix.module.css';
import { isMarked } from './marks';
import { KEYS } from './model';
import type { TellCell } from './useCellWords';

type Props = {
  row: EffectiveFeatures;
  index: number;
  /** The column where the Tab key stops, if it is in this row. */
  active: number | undefined;
  tell: TellCell;
  first: ReadonlySet<string>;
};

function Row({ row, index, active, tell, first }: Props) {
  const { t } = useTranslation();
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" className={classes.person}>
        <Link
          to="/users/$id"
          params={{ id: row.user_id }}
          preload={false}
          tabIndex={active === 0 ? 0 : -1}
          data-at={placeOf({ row: index, column: 0 })}
        >
          {row.screen_name}
        </Link>
      </th>
      {KEYS.map((key, at) => {
        const { label, short, level } = tell(row, key);
        return (
          <td
            key={key}
            tabIndex={active === at + 1 ? 0 : -1}
            className={classes.cell}
            aria-label={label}
            data-at={placeOf({ row: index, column: at + 1 })}
            data-first={first.has(key) || undefined}
            data-value={String(row.features[key]?.value)}
          >
            {short}
            {isMarked(level) && (
              <b className={classes.letter} data-level={level}>
                {t(`features.mark.${level}`)}
              </b>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Thousands of cells: rows in which nothing changes are left alone. */
export const MatrixRow = memo(Row);
