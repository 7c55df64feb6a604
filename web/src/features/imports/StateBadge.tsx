import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import classes from './StateBadge.module.css';
import { isBeingUndone } from './verdicts';

export function StateBadge({ import: found }: { import: Import }) {
  const { t } = useTranslation();
  const undoing = isBeingUndone(found);
  return (
    <span className={classes.badge} data-state={undoing ? 'writing' : found.state}>
      {undoing ? t('imports.undoing') : t(`imports.state.${found.state}`)}
    </span>
  );
}
