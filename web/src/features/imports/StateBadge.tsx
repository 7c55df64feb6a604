import { useTranslation } from 'react-i18next';
import type { ImportState } from '@/api/types';
import classes from './StateBadge.module.css';

export function StateBadge({ state }: { state: ImportState }) {
  const { t } = useTranslation();
  return (
    <span className={classes.badge} data-state={state}>
      {t(`imports.state.${state}`)}
    </span>
  );
}
