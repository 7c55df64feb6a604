import type { AccessChange, CompanyMerge, Erasure, Export, Import } from '@/api/types';
import { isBeingUndone, isMoving } from '@/features/imports/verdicts';

type JobKind = 'export' | 'erasure' | 'access_change' | 'company_merge';

/** Work in the background, of whatever kind. */
export type Work = {
  id: string;
  kind: 'import' | JobKind;
  file?: string;
  state: Import['state'] | Export['state'] | 'undoing';
  moving: boolean;
  done: number;
  total: number;
  since: string;
};

export function ofImport(found: Import): Work {
  const { undo, counts } = found;
  const undoing = isBeingUndone(found);
  const undone = undo ? undo.customers_removed + undo.customers_restored + undo.customers_kept : 0;
  return {
    id: found.id,
    kind: 'import',
    file: found.file_name,
    state: undoing ? 'undoing' : found.state,
    // A file that never comes is not work.
    moving: isMoving(found) && found.state !== 'awaiting_upload',
    done: undoing ? undone : found.progress.done,
    total: undoing ? counts.written : found.progress.total,
    since: found.created_at,
  };
}

export const ofJob =
  (kind: JobKind) =>
  ({ id, state, progress, created_at }: Export | Erasure | AccessChange | CompanyMerge): Work => ({
    id,
    kind,
    state,
    moving: state === 'waiting' || state === 'running',
    done: progress.done,
    total: progress.total,
    since: created_at,
  });
