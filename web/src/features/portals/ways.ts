import type { PortalMode, PortalType } from '@/api/types';

/** How customers come through a portal: a mode with a type that goes with it (POR-2). */
export type Way = { mode: PortalMode; type: PortalType };

/** All that there are, those of a mode together and its usual one first. */
export const WAYS = [
  { mode: 'web', type: 'question' },
  { mode: 'web', type: 'choose_representative' },
  { mode: 'web', type: 'button' },
  { mode: 'queue', type: 'question' },
  { mode: 'phone', type: 'code' },
] as const satisfies Way[];

type Known = (typeof WAYS)[number];
export type WayKey = {
  [Type in Known['type']]: `${Extract<Known, { type: Type }>['mode']}_${Type}`;
}[Known['type']];

/** The name of a way in texts. */
export const keyOf = ({ mode, type }: Way) => `${mode}_${type}` as WayKey;

export const MODES = ['web', 'queue', 'phone'] as const satisfies PortalMode[];

export const waysOf = (mode: PortalMode) => WAYS.filter((way) => way.mode === mode);
