import { useTranslation } from 'react-i18next';
import type { OrganisationAction, OrganisationStep } from '@/api/types';
import { useFormat } from '@/ui/useFormat';
import { grouped } from './plan';

const KINDS = ['account', 'company', 'portal', 'team'] as const;

/** What would be done, or has been, in words. */
export function useStepWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (action: OrganisationAction, number: number, when: 'todo' | 'done') =>
    t(`organisation.${when}.${action}`, { count: number });
  return {
    count,
    kind: (kind: string) => {
      const known = KINDS.find((one) => one === kind);
      return known ? t(`organisation.kind.${known}`) : kind;
    },
    summary: (steps: OrganisationStep[], when: 'todo' | 'done') =>
      format.list(grouped(steps).map(({ action, steps: own }) => count(action, own.length, when))),
  };
}
