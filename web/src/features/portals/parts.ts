import type { Portal, PortalPart } from '@/api/types';

/** What of a portal can be copied, in the order of its page. */
export const PARTS = ['fields', 'texts', 'accent_colour', 'features'] as const satisfies PortalPart[];

const BLANK: Record<PortalPart, (portal: Portal) => boolean> = {
  // There is always something that is asked for.
  fields: () => false,
  texts: ({ texts }) => Object.values(texts).every((text) => Object.values(text ?? {}).every((one) => !one)),
  accent_colour: ({ accent_colour }) => !accent_colour,
  features: ({ features }) => Object.keys(features).length === 0,
};

/** Whether a portal says nothing of it. */
export const isBlank = (portal: Portal, part: PortalPart) => BLANK[part](portal);
