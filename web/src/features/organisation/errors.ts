import type { FieldError, OrganisationFile } from '@/api/types';
import type { Span } from './json';
import { spanOf } from './json';

/** A complaint with its place in the file: for people, and for the text field. */
export type Told = { place: string; message: string; span: Span | undefined };

const LISTS = { companies: 'name', portals: 'slug', teams: 'name' } as const;

const isList = (name: string): name is keyof typeof LISTS => name in LISTS;

/** `portals.0.slug` as `portals › help › slug`: what is in a list is called by its name. */
export function placeOf(path: string, file: OrganisationFile): string {
  const [first = '', at, ...rest] = path.split('.');
  if (!isList(first) || at === undefined || !/^\d+$/.test(at)) return path.split('.').join(' › ');
  const entry = file[first]?.[Number(at)] as { name?: unknown; slug?: unknown } | undefined;
  const name = entry?.[LISTS[first]];
  return [first, typeof name === 'string' && name ? name : `${Number(at) + 1}.`, ...rest].join(' › ');
}

/** The server says `file.` where the text is not what a file can be, and nothing where a value is wrong. */
export const told = (errors: FieldError[], file: OrganisationFile, spans: Map<string, Span>): Told[] =>
  errors.map(({ field, message }) => {
    const path = field === 'file' ? '' : field.replace(/^file\./, '');
    return { place: placeOf(path, file), message, span: spanOf(spans, path) };
  });
