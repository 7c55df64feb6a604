import type { DayFigures } from '@/api/types';

export type Span = { from: string; to: string; added: number; removed: number; total: number };

/** Days as spans that end with the last day: each a day as long as they are few, else a week. */
export function spansOf(days: DayFigures[]): Span[] {
  const length = days.length > 31 ? 7 : 1;
  const spans: Span[] = [];
  for (let end = days.length; end > 0; end -= length) {
    const part = days.slice(Math.max(0, end - length), end);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) continue;
    spans.push({
      from: first.date,
      to: last.date,
      added: sum(part, 'added'),
      removed: sum(part, 'removed'),
      total: last.total,
    });
  }
  return spans;
}

export const sum = (days: DayFigures[], what: 'added' | 'removed') =>
  days.reduce((all, day) => all + day[what], 0);
