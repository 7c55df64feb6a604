import type { Import, Verdict } from '@/api/types';

export const VERDICTS: readonly Verdict[] = [
  'create',
  'update',
  'exists',
  'duplicate',
  'invalid',
  'denylisted',
];

export const VERDICT_COLORS: Record<Verdict, string> = {
  create: 'var(--dh-create)',
  update: 'var(--dh-update)',
  exists: 'var(--dh-exists)',
  duplicate: 'var(--dh-duplicate)',
  invalid: 'var(--dh-invalid)',
  denylisted: 'var(--dh-denylisted)',
};

export function isVerdict(value: unknown): value is Verdict {
  return VERDICTS.some((verdict) => verdict === value);
}

/** Every row that makes no customer and changes none. */
export function rejectedRows({ counts }: Import): number {
  return counts.exists + counts.duplicate + counts.invalid + counts.denylisted;
}

/** Somebody has asked for it to be undone, and not all is done yet. */
export const isBeingUndone = ({ undo }: Import): boolean => Boolean(undo && !undo.finished_at);

/** The server is at work: the page keeps asking. */
export function isMoving(found: Import): boolean {
  const { state } = found;
  return isBeingUndone(found) || state === 'awaiting_upload' || state === 'reading' || state === 'writing';
}
