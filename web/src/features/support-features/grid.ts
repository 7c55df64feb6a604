export type Cell = { row: number; column: number };

/** How far one goes by the keys for pages. */
const PAGE = 10;

const STEPS: Record<string, (at: Cell, last: Cell) => Cell> = {
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
};

const within = (value: number, last: number) => Math.min(Math.max(value, 0), last);

/** Where a key leads to in a grid; nowhere if it is none of a grid's. */
export function goneBy(key: string, at: Cell, last: Cell): Cell | undefined {
  const to = STEPS[key]?.(at, last);
  return to && { row: within(to.row, last.row), column: within(to.column, last.column) };
}

export const placeOf = ({ row, column }: Cell) => `${row}-${column}`;

/** The cell that a place names. */
export function cellAt(place: string | undefined): Cell | undefined {
  const [row, column] = (place ?? '').split('-').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}
