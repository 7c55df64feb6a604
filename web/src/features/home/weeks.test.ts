import { expect, it } from 'vitest';
import { spansOf } from './weeks';

const days = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    date: new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10),
    added: 2,
    removed: 1,
    total: at + 1,
  }));

it('a month is told by days, the newest first', () => {
  const spans = spansOf(days(30));
  expect(spans).toHaveLength(30);
  expect(spans[0]).toEqual({ from: '2027-01-30', to: '2027-01-30', added: 2, removed: 1, total: 30 });
});

it('more is told by weeks that end with the last day, and nothing is lost', () => {
  const spans = spansOf(days(90));
  expect(spans).toHaveLength(13);
  expect(spans[0]).toEqual({ from: '2027-03-25', to: '2027-03-31', added: 14, removed: 7, total: 90 });
  expect(spans.at(-1)).toMatchObject({ from: '2027-01-01', added: 12, total: 6 });
});
