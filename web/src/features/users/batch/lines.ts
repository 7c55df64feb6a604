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

/** What is left to correct after the good lines have become users; the columns keep their names. */
export function restOf(text: string, items: BatchLine[]): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const rest = items.filter(({ verdict }) => verdict !== 'ok').map((item) => item.text);
  if (rest.length === 0) return '';
  return [...(isHeader(first) ? [first] : []), ...rest].join('\n');
}
