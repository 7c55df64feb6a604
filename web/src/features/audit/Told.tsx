import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/types';
import { AnchorLink } from '@/ui/links';
import { useFormat } from '@/ui/useFormat';
import classes from './Told.module.css';
import { useWord } from './useWord';
import { Value } from './Value';
import { changesOf, isEmpty, keyOf, nameOf } from './words';

/** What was done, in words, and each change with what it was and is. */
export function Told({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = useWord();
  const field = (name: string) =>
    ['feature.label', 'setting.label', 'audit.field'].reduce(
      (text, place) => word(`${place}.${name}`, text),
      name.replaceAll('_', ' '),
    );
  const action = word(`audit.action.${keyOf(entry.action)}`, entry.action);
  const name = nameOf(entry);
  const isChange = !isEmpty(Object.keys(entry.before)) && !isEmpty(Object.keys(entry.after));
  const changes = changesOf(entry).filter(
    (change) => isChange || !['name', 'file_name', 'hint'].includes(change.field),
  );
  return (
    <>
      <span className={classes.what}>{name ? format.pair(action, '') : action}</span>
      {name}{' '}
      {!entry.subject.startsWith('sin_') && (
        <AnchorLink
          to="/audit"
          search={{ subject: entry.subject }}
          size="xs"
          className={classes.about}
          aria-label={format.pair(t('audit.all_about'), name ?? entry.subject)}
        >
          {t('audit.all_about')}
        </AnchorLink>
      )}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change.field}>
              {format.pair(field(change.field), '')}
              {isChange && (
                <>
                  <span className={classes.before}>
                    <Value field={change.field} value={change.before} />
                  </span>
                  {' → '}
                </>
              )}
              <Value
                field={change.field}
                value={isChange || !isEmpty(change.after) ? change.after : change.before}
              />
            </li>
          ))}
        </ul>
      )}
      {entry.personal.length > 0 && (
        <div className={classes.personal}>
          {t('audit.personal', { fields: format.list(entry.personal.map(field)) })}
        </div>
      )}
    </>
  );
}
