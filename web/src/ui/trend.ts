/** Where the marks of an axis from 0 to at least `most` stand: round numbers, three or four of them. */
export function marks(most: number): number[] {
  const rough = Math.max(1, most) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((it) => it >= rough) ?? rough);
  const count = Math.ceil(Math.max(1, most) / step);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** The line through the values and the area under it, as SVG paths in a square of 100 by 100. */
export function paths(values: number[], top: number): { line: string; area: string } {
  const last = Math.max(1, values.length - 1);
  const points = values.map((value, at) => `${round((at / last) * 100)} ${round(100 - (value / top) * 100)}`);
  // One day alone is a level.
  if (points.length === 1) points.push(`100 ${points[0]?.split(' ')[1]}`);
  const line = `M${points.join('L')}`;
  return { line, area: `${line}L100 100L0 100Z` };
}

const round = (value: number) => Math.round(value * 100) / 100;
