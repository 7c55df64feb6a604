import { useTranslation } from 'react-i18next';
import type { Who } from '@/api/types';

const KINDS = ['system', 'visitor', 'customer', 'user', 'key'] as const;

/** Who did something, in words; users who are there no longer have no name. */
export function useWho(): (who: Who) => string {
  const { t } = useTranslation();
  return ({ kind, name }) => name ?? t(`who.${KINDS.find((known) => known === kind) ?? 'user'}`);
}
