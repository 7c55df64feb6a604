import type { BatchLine, BatchVerdict } from '@/api/types';

export const COLUMNS = 'first_name,last_name,login,email,screen_name,team,custom,language';

export const VERDICTS: readonly BatchVerdict[] = [
  'ok',
  'duplicate',
  'team_unknown',
  'invalid',
  'denylisted',
  'limit',
];

export const COLORS: Record<BatchVerdict, string> = {
  ok: 'var(--dh-create)',
  duplicate: 'var(--dh-duplicate)',
  team_unknown: 'var(--dh-exists)',
  invalid: 'var(--dh-invalid)',
  denylisted: 'var(--dh-denylisted)',
  limit: 'var(--dh-update)',
};

/** Whether the first line names the columns. */
const isHeader = (line: string) =>
  line
    .toLowerCase()
    .split(/[,;\t]/)
    .some((cell) => cell.trim() === 'login');

const DELIMITERS = [',', ';', '\t'];
/** Where the team stands in lines without a first one that names columns. */
const TEAM = COLUMNS.split(',').indexOf('team');

/** The cells of a line as they are written, quotes and all. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    if (letter === delimiter && !quoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells;
}

/** The same lines, those that name no team with this one. */
export function withTeam(text: string, team: string): string {
  const lines = text.split(/\r?\n/);
  const [first = ''] = lines;
  const count = (delimiter: string) => first.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((one, other) => (count(other) > count(one) ? other : one));
  const names = isHeader(first)
    ? cellsOf(first, delimiter).map((cell) => cell.trim().toLowerCase())
    : undefined;
  const named = names?.indexOf('team') ?? TEAM;
  const at = names && named < 0 ? names.length : named;
  const cell = /[",;\t]/.test(team) ? `"${team.replaceAll('"', '""')}"` : team;
  return lines
    .map((line, index) => {
      const isNames = names !== undefined && index === 0;
      if (line.trim() === '' || (isNames && named >= 0)) return line;
      const cells = cellsOf(line, delimiter);
      while (cells.length <= at) cells.push('');
      if (cells[at]?.trim() === '') cells[at] = isNames ? 'team' : cell;
      return cells.join(delimiter);
    })
    .join('\n');
}

/** What is left to correct after the good lines have become users; the columns keep their names. */
export function restOf(text: string, items: BatchLine[]): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const rest = items.filter(({ verdict }) => verdict !== 'ok').map((item) => item.text);
  if (rest.length === 0) return '';
  return [...(isHeader(first) ? [first] : []), ...rest].join('\n');
}
