import type { Import } from '@/api/types';

type Format = NonNullable<Import['format']>;

export const ENCODINGS: Format['encoding'][] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];

/** The key of each delimiter's text. */
export const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

export const encodingName = (encoding: Format['encoding']) =>
  encoding.replace(/^utf.*/, (name) => name.toUpperCase()).replace(/^windows/, 'Windows');
