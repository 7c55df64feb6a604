import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { LOCALES } from '../src/api/locales.ts';
import { type Feature, PARTS } from '../src/app/texts.ts';

/** kB of 1,000 bytes, gzip level 9, each file by itself. */
const BUDGET = 200;

type Chunk = Rolldown.OutputChunk;
type FirstLoad = { page: string; files: number; bytes: number; gzip: number };

/** What stands around a feature's pages. */
const FRAMES: Partial<Record<Feature, string>> = {
  docs: 'shell/DocsShell',
  portal: 'shell/PortalShell',
  'sign-in': 'Entrance',
};
const USUAL_FRAME = 'shell/Shell';

function closure(chunks: Map<string, Chunk>, roots: (Chunk | undefined)[]): Set<Chunk> {
  const known = new Set<Chunk>();
  const open = [...roots];
  while (open.length > 0) {
    const chunk = open.pop();
    if (!chunk || known.has(chunk)) continue;
    known.add(chunk);
    open.push(...chunk.imports.map((name) => chunks.get(name)));
  }
  return known;
}

/** Each page opened first: what `index.html` loads, its frame, itself, its texts in the largest language, all that these import. */
function measure(chunks: Map<string, Chunk>): FirstLoad[] {
  const all = [...chunks.values()];
  const of = (end: string) => all.find(({ facadeModuleId }) => facadeModuleId?.endsWith(end));
  const sizes = new Map(all.map((chunk) => [chunk, gzipSync(chunk.code, { level: 9 }).length]));
  const entry = all.find(({ isEntry }) => isEntry);
  return all.flatMap((chunk): FirstLoad[] => {
    const [, name, page] =
      /\/features\/([\w-]+)\/(?:\w+\/)*(\w+Page)\.tsx$/.exec(chunk.facadeModuleId ?? '') ?? [];
    if (!name || !page) return [];
    const feature = name as Feature;
    const frame = of(`/app/${FRAMES[feature] ?? USUAL_FRAME}.tsx`);
    const loads = LOCALES.map((language): FirstLoad => {
      const texts = ['base', ...PARTS[feature]].map((part) => of(`/locales/${language}/${part}.json`));
      const files = [...closure(chunks, [entry, frame, chunk, ...texts])];
      const sum = (size: (chunk: Chunk) => number) => files.reduce((total, file) => total + size(file), 0);
      return {
        page,
        files: files.length,
        bytes: sum(({ code }) => Buffer.byteLength(code)),
        gzip: sum((file) => sizes.get(file) ?? 0),
      };
    });
    return [loads.reduce((one, other) => (other.gzip > one.gzip ? other : one))];
  });
}

/** Fails a build in which a page needs too much JavaScript before it shows, and writes `first-load.json` for the benchmark. */
export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = Object.entries(bundle).filter(
        (file): file is [string, Chunk] => file[1].type === 'chunk',
      );
      const loads = measure(new Map(files)).sort((one, other) => other.gzip - one.gzip);
      const [largest] = loads;
      if (!largest) this.error('No page was found to be measured.');
      const told = loads.map(({ page, gzip }) => `${page} ${(gzip / 1000).toFixed(1)} kB`);
      if (largest.gzip > BUDGET * 1000)
        this.error(`More than ${BUDGET} kB before it shows: ${told.join(', ')}`);
      this.info(`first load: at most ${told[0]} of ${BUDGET} kB`);
      this.emitFile({ type: 'asset', fileName: 'first-load.json', source: JSON.stringify(loads) });
    },
  };
}
