import { useTranslation } from 'react-i18next';
import type { Who } from '@/api/types';
import { useWho } from '@/parts/useWho';
import { AnchorLink } from '@/ui/links';

/** Who did it; a click shows all that they did. */
export function Actor({ actor }: { actor: Who }) {
  const { t } = useTranslation();
  const name = useWho()(actor);
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
