/** A fault in a text that is to be JSON, and where: lines and columns count from 1. */
export class Fault extends Error {
  constructor(
    readonly line: number,
    readonly column: number,
  ) {
    super(`${line}:${column}`);
  }
}

export type Span = { from: number; to: number; line: number };

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where each value of a JSON text is, by its path: `teams.2.name`. Throws a `Fault` where it is none. */
export function spansOf(text: string): Map<string, Span> {
  const spans = new Map<string, Span>();
  let at = 0;

  let [counted, line] = [0, 1];

  /** Values begin one after the other, so lines are counted once. */
  function lineOf(place: number): number {
    for (; counted < place; counted += 1) if (text[counted] === '\n') line += 1;
    return line;
  }
  function fail(): never {
    throw new Fault(lineOf(at), at - (at === 0 ? -1 : text.lastIndexOf('\n', at - 1)));
  }
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) at += found.length;
    return found;
  }
  function isNext(letter: string): boolean {
    take(SPACE);
    if (text[at] !== letter) return false;
    at += 1;
    return true;
  }
  const need = (letter: string) => isNext(letter) || fail();

  function list(close: string, one: (index: number) => void) {
    if (isNext(close)) return;
    let index = 0;
    do {
      one(index);
      index += 1;
    } while (isNext(','));
    need(close);
  }

  function value(path: string) {
    take(SPACE);
    const from = at;
    const begins = lineOf(from);
    const inner = (name: string | number) => (path ? `${path}.${name}` : String(name));
    if (isNext('{')) {
      list('}', () => {
        take(SPACE);
        const key = take(STRING) ?? fail();
        need(':');
        value(inner(JSON.parse(key)));
      });
    } else if (isNext('[')) list(']', (index) => value(inner(index)));
    else if (take(STRING) === undefined && !take(OTHER)) fail();
    spans.set(path, { from, to: at, line: begins });
  }

  value('');
  take(SPACE);
  if (at < text.length) fail();
  return spans;
}

/** Where a path is, or what it lies in, if it is not there itself. */
export function spanOf(spans: Map<string, Span>, path: string): Span | undefined {
  const found = spans.get(path);
  if (found || path === '') return found;
  return spanOf(spans, path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '');
}
