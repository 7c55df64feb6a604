import { expect, it } from 'vitest';
import { Fault, spanOf, spansOf } from './json';

const TEXT = `{
  "format": 1,
  "teams": [
    { "name": "Day" },
    { "name": "La\\"te", "message": "a\\nb", "empty": [] }
  ]
}
`;

it('tells where every value of a file is', () => {
  const spans = spansOf(TEXT);
  const cut = (path: string) => {
    const span = spans.get(path);
    return span && [span.line, TEXT.slice(span.from, span.to)];
  };
  expect(cut('format')).toEqual([2, '1']);
  expect(cut('teams.0')).toEqual([4, '{ "name": "Day" }']);
  expect(cut('teams.1.name')).toEqual([5, '"La\\"te"']);
  expect(cut('teams.1.empty')).toEqual([5, '[]']);
  expect(cut('teams.2')).toBeUndefined();
});

it('leads to what a value would lie in, where it is not there', () => {
  const spans = spansOf(TEXT);
  expect(spanOf(spans, 'teams.1.portal')?.line).toBe(5);
  expect(spanOf(spans, 'settings.name')?.line).toBe(1);
});

it.each([
  ['{ "a": 1,\n  b: 2 }', 2, 3],
  ['{ "a": 1 ', 1, 10],
  ['[1, 2,]', 1, 7],
  ['{} {}', 1, 4],
  ['', 1, 1],
  ['{ "a": 01 }', 1, 9],
])('says in which line and column %j is no JSON', (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow();
  try {
    spansOf(text);
    expect.unreachable();
  } catch (fault) {
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ line, column });
  }
});
