import type { AuditEntry } from '@/api/types';

/** One value that was changed; `undefined` where there was none. */
export type Change = { field: string; before: unknown; after: unknown };

/** What tells people nothing: the thing's own id and account, and times that the entry has anyway. */
const TECHNICAL = new Set([
  'id',
  'denylist_ids',
  'account_id',
  'created_at',
  'updated_at',
  'finished_at',
  'import_id',
  'user_id',
  'created_by',
  'from',
  'into',
  'prefix',
  'hits',
  'method_id',
  'chunk',
  'size',
  'format',
  'progress',
  'cancel_requested',
]);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

/** What is told of an entry, in the server's order; what was empty and is empty is left out, and what is none from the start. */
export function changesOf({ before, after }: AuditEntry): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => !TECHNICAL.has(field))
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter(({ before, after }) => !isEmpty(before) || !(isEmpty(after) || after === 0));
}

/** `customer.password_reset` as the key of its text. */
export const keyOf = (action: string) => action.replace('.', '_');

/** The thing's name, where the entry has it. */
export function nameOf({ before, after }: AuditEntry): string | undefined {
  const name = after.name ?? before.name ?? after.file_name ?? before.file_name ?? after.hint ?? before.hint;
  return typeof name === 'string' ? name : undefined;
}

export { isEmpty };
