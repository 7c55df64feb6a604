import { Button, CopyButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenApi } from '@/api/openapi';
import { Icon } from '@/ui/Icon';
import classes from './Docs.module.css';
import { Body, Fields } from './Fields';
import { bodySchema, curlOf, type Listed, scopeOf } from './operations';
import { Prose } from './Prose';

/** One operation in a line; opened, with all that one sends and gets. */
export function OperationEntry({ document, listed }: { document: OpenApi; listed: Listed }) {
  const { method, path, operation } = listed;
  // The address may name an operation: that one is open from the start.
  const [open, setOpen] = useState(location.hash === `#${operation.operationId}`);
  return (
    <details
      id={operation.operationId}
      className={classes.operation}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={classes.summary}>
        <span className={classes.method} data-method={method}>
          {method}
        </span>
        <code className={classes.path}>{path}</code>
        <span className={classes.short}>
          <Prose>{operation.summary?.split(/(?<=\.)\s/)[0] ?? ''}</Prose>
        </span>
      </summary>
      {open && <Opened document={document} listed={listed} />}
    </details>
  );
}

function Opened({ document, listed }: { document: OpenApi; listed: Listed }) {
  const { t } = useTranslation();
  const { operation } = listed;
  const scope = scopeOf(operation);
  const permission = operation['x-permission'];
  const body = bodySchema(operation);
  const parameters = (operation.parameters ?? []).map(({ name, schema, required = false, description }) => ({
    name,
    schema: { ...schema, description: description ?? schema.description },
    required,
  }));
  const curl = curlOf(document, listed);
  return (
    <div className={classes.opened}>
      <p>
        <Prose>{operation.summary ?? ''}</Prose>
      </p>
      <p className={classes.text}>
        {scope ? t('docs.scope', { scope }) : operation.security?.length ? t('docs.people') : t('docs.open')}
      </p>
      {permission && <p className={classes.text}>{t('docs.permission', { permission })}</p>}
      {parameters.length > 0 && (
        <>
          <h3>{t('docs.parameters')}</h3>
          <Fields document={document} fields={parameters} />
        </>
      )}
      {body && (
        <>
          <h3>{t('docs.body')}</h3>
          <Body document={document} schema={body} />
        </>
      )}
      <h3>{t('docs.answers')}</h3>
      {Object.entries(operation.responses).map(([status, { content, description }]) => (
        <details key={status} className={classes.answer}>
          <summary>
            <code>{status === 'default' ? t('docs.otherwise') : status}</code>{' '}
            <span className={classes.text}>{description || Object.keys(content ?? {}).join(', ')}</span>
          </summary>
          <Body document={document} schema={Object.values(content ?? {})[0]?.schema} />
        </details>
      ))}
      <h3>{t('docs.try')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre className={classes.curl} tabIndex={0}>
        {curl}
      </pre>
      <CopyButton value={curl} timeout={3000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
            onClick={copy}
          >
            {copied ? t('docs.copied') : t('docs.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
