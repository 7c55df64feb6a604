import { useTranslation } from 'react-i18next';
import { copyPortal } from '@/api/portals';
import type { Portal, PortalPart } from '@/api/types';
import { portalChoices } from '@/choices/portals';
import { CopyDialog } from '@/parts/copies/CopyDialog';
import type { Chosen } from '@/parts/copies/copies';
import { isBlank, PARTS } from './parts';
import { usePortalsCopied } from './queries';

type Props = { portal: Portal; others: Portal[]; onClose: () => void };

/** What a portal says, said for other portals, too. */
export function CopyPortal({ portal, others, onClose }: Props) {
  const { t } = useTranslation();
  const copied = usePortalsCopied();
  async function copy({ parts, targets }: Chosen<PortalPart>) {
    try {
      const { portal_ids } = await copyPortal(portal.id, parts, targets);
      return portal_ids.map((id) => ({ id, reasons: [] }));
    } finally {
      // One after the other: when the last is refused, the first may be done.
      void copied(targets);
    }
  }
  return (
    <CopyDialog
      words="portal_copy"
      name={portal.name}
      parts={PARTS.map((part) => ({
        name: part,
        label: t(`portal_copy.part.${part}`),
        hint: t(`portal_copy.hint.${part}`),
        isBlank: isBlank(portal, part),
      }))}
      targets={portalChoices(others)}
      copy={copy}
      onClose={onClose}
    />
  );
}
