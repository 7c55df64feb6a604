import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { useWho } from '@/parts/useWho';

/** Who asked for an import: a person, or a program that has dropped the file. */
export function useImporter(): (found: Import) => string {
  const { t } = useTranslation();
  const who = useWho();
  return ({ created_by }) => (created_by.kind === 'system' ? t('imports.by_program') : who(created_by));
}
