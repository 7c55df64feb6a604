import { useTranslation } from 'react-i18next';
import type { CompanyBelongings } from '@/api/types';

const KINDS = ['customers', 'devices', 'users', 'contacts', 'services'] as const;

/** How much of each kind there is, a line each; what there is none of is left out. */
export function useBelongings() {
  const { t } = useTranslation();
  return (belongings: CompanyBelongings): string[] =>
    KINDS.filter((kind) => belongings[kind]).map((kind) => t(`company.${kind}`, { count: belongings[kind] }));
}
