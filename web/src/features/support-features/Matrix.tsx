import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EffectiveFeatures, Team } from '@/api/types';
import { type More, MoreRows } from '@/ui/MoreRows';
import { type Cell, cellAt, goneBy, placeOf } from './grid';
import classes from './Matrix.module.css';
import { MatrixRow } from './MatrixRow';
import { GROUP_NAMES, GROUPS, KEYS } from './model';
import { useCellWords } from './useCellWords';
import { useWords } from './words';

type Props = { rows: EffectiveFeatures[]; teams: Team[]; stale: boolean; more: More | undefined };

/** The first of each group, where a line is drawn. */
const FIRST = new Set<string>(GROUP_NAMES.map((group) => GROUPS[group][0]));

const cellOf = ({ target }: SyntheticEvent) =>
  target instanceof Element ? cellAt(target.closest<HTMLElement>('[data-at]')?.dataset.at) : undefined;

/** Those that are told in words. */
const WIDE = new Set<string>(['record_location', 'end_prompt']);

/** One stop for the Tab key; within, one walks by arrow keys. What a cell says stands below, for the mouse as for the keyboard. */
export function Matrix({ rows, teams, stale, more }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useWords();
  const tell = useCellWords(teams);
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Cell>({ row: 0, column: 1 });
  const [shown, setShown] = useState<Cell>();
  const last = { row: rows.length - 1, column: KEYS.length };

  function open(cell: Cell) {
    const row = rows[cell.row];
    const key = KEYS[cell.column - 1];
    if (!row) return;
    const params = { id: row.user_id };
    if (key) void navigate({ to: '/users/$id/features', params, search: { key } });
    else void navigate({ to: '/users/$id', params });
  }

  function onKeyDown(event: KeyboardEvent) {
    const cell = cellOf(event);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(cell);
      return;
    }
    const next = goneBy(event.key, cell, last);
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-at="${placeOf(next)}"]`)?.focus();
  }

  function onFocus(event: SyntheticEvent) {
    const cell = cellOf(event);
    if (!cell) return;
    setActive(cell);
    setShown(cell);
  }

  const row = shown && rows[shown.row];
  const key = shown && KEYS[shown.column - 1];
  return (
    <>
      <div className={classes.frame}>
        {/* biome-ignore-start lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked through cell by cell is a grid */}
        <table
          ref={table}
          role="grid"
          className={classes.table}
          aria-label={t('features.matrix')}
          aria-rowcount={more ? -1 : rows.length + 1}
          aria-readonly="true"
          data-stale={stale || undefined}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onPointerOver={(event) => setShown(cellOf(event) ?? active)}
          onPointerLeave={() => setShown(undefined)}
          onClick={(event) => {
            const cell = cellOf(event);
            if (cell && cell.column > 0) open(cell);
          }}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className={classes.corner}>
                {t('features.level.representative')}
              </th>
              {KEYS.map((one) => (
                <th
                  key={one}
                  scope="col"
                  className={classes.feature}
                  data-first={FIRST.has(one) || undefined}
                  data-wide={WIDE.has(one) || undefined}
                  data-shown={one === key || undefined}
                >
                  <span>{words.label(one)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one, at) => (
              <MatrixRow
                key={one.user_id}
                row={one}
                index={at}
                active={active.row === at ? active.column : undefined}
                tell={tell}
                first={FIRST}
              />
            ))}
          </tbody>
        </table>
        {/* biome-ignore-end lint/a11y/noNoninteractiveElementToInteractiveRole: see above */}
        {more && <MoreRows more={more} />}
      </div>
      <p className={classes.told} aria-hidden="true">
        {row && key ? (
          <>
            <strong>{row.screen_name}</strong> {tell(row, key).label}
          </>
        ) : (
          t('features.matrix_hint')
        )}
      </p>
    </>
  );
}
