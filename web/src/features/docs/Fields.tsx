import { useTranslation } from 'react-i18next';
import type { OpenApi, Schema } from '@/api/openapi';
import classes from './Docs.module.css';
import { Prose } from './Prose';
import { describe, type Field, fieldsOf, typeOf } from './schema';

const DEEPEST = 3;

type Props = { document: OpenApi; fields: Field[]; depth?: number };

/** Fields with their types; what is inside one of them opens on demand. */
export function Fields({ document, fields, depth = 0 }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={classes.fields}>
      {fields.map(({ name, schema, required }) => {
        const inner = depth < DEEPEST ? fieldsOf(document, schema) : [];
        const text = describe(document, schema);
        return (
          <li key={name} className={classes.field}>
            <code className={classes.name}>{name}</code>{' '}
            <span className={classes.type}>{typeOf(document, schema)}</span>
            {required && <span className={classes.required}>{` ${t('docs.required')}`}</span>}
            {text && (
              <div className={classes.text}>
                <Prose>{text}</Prose>
              </div>
            )}
            {inner.length > 0 && (
              <details>
                <summary
                  className={classes.more}
                >{`{ ${inner.map((field) => field.name).join(', ')} }`}</summary>
                <Fields document={document} fields={inner} depth={depth + 1} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A whole body: its fields, or in a word what it is. */
export function Body({ document, schema }: { document: OpenApi; schema: Schema | undefined }) {
  const { t } = useTranslation();
  if (!schema) return <p className={classes.text}>{t('docs.nothing')}</p>;
  const fields = fieldsOf(document, schema);
  if (fields.length === 0) return <code className={classes.type}>{typeOf(document, schema)}</code>;
  return <Fields document={document} fields={fields} />;
}
