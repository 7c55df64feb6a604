import type { OpenApi, Operation } from '@/api/openapi';
import { exampleOf } from './schema';

export type Listed = { method: string; path: string; operation: Operation };

/** All operations by area, in the document's order; of each only what holds the searched words. */
export function operationsByTag(document: OpenApi, search: string): [string, Listed[]][] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Listed[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const text = `${method} ${path} ${operation.summary ?? ''}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
      const tag = operation.tags?.[0] ?? 'meta';
      groups.set(tag, [...(groups.get(tag) ?? []), { method: method.toUpperCase(), path, operation }]);
    }
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

export const bodySchema = ({ requestBody }: Operation) =>
  Object.values(requestBody?.content ?? {})[0]?.schema;

/** What to type to try it; the key is the reader's own. */
export function curlOf(document: OpenApi, { method, path, operation }: Listed): string {
  const body = bodySchema(operation);
  const lines = [`curl -X ${method} '${location.origin}${path}'`];
  if (operation.security?.length) lines.push(`-H "Authorization: Bearer $DESKHAND_KEY"`);
  if (method === 'POST') lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (body) {
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`-d '${JSON.stringify(exampleOf(document, body))}'`);
  }
  return lines.join(' \\\n  ');
}

/** The scope that an API key needs; `undefined` where none opens it. */
export const scopeOf = ({ security }: Operation): string | undefined =>
  security?.flatMap((one) => one.key ?? [])[0];
