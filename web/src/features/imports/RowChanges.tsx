import { useTranslation } from 'react-i18next';
import type { ImportRow } from '@/api/types';
import classes from './RowChanges.module.css';

/** Each cell that would change: what it is and what it becomes. */
export function RowChanges({ changes }: { changes: ImportRow['changes'] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className={classes.field}>{field}</span>{' '}
          {before ? (
            <del className={classes.before}>{before}</del>
          ) : (
            <i className={classes.before}>{t('import.empty_before')}</i>
          )}
          {' → '}
          <ins className={classes.after}>{after}</ins>
        </li>
      ))}
    </ul>
  );
}
