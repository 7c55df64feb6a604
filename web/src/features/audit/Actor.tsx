import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/types';
import { AnchorLink } from '@/ui/links';

const KINDS = ['system', 'visitor', 'customer', 'user', 'key'] as const;

/** Who did it; a click shows all that they did. */
export function Actor({ actor }: { actor: AuditEntry['actor'] }) {
  const { t } = useTranslation();
  const kind = KINDS.find((known) => known === actor.kind) ?? 'user';
  const name = actor.name ?? t(`audit.by_${kind}`);
  return (
    <AnchorLink
      to="/audit"
      search={(before) => ({ ...before, who: actor.id ?? actor.kind })}
      c="inherit"
      title={t('audit.only_by', { who: name })}
    >
      {name}
    </AnchorLink>
  );
}
