import type { SeatDay } from '@/api/types';

const DAY = 86_400_000;

export type Day = { day: string; named: number; shared: number };

/** Every day of the span (UTC), the oldest first: days on which nobody came are not in the answer. */
export function lastDays(known: SeatDay[], span: number, today = new Date()): Day[] {
  const byDay = new Map(known.map((one) => [one.day, one]));
  return Array.from({ length: span }, (_, at) => {
    const day = new Date(today.getTime() - (span - 1 - at) * DAY).toISOString().slice(0, 10);
    const { named = 0, shared = 0 } = byDay.get(day) ?? {};
    return { day, named, shared };
  });
}
