import { Button, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormatChoice, Import } from '@/api/types';
import { Form } from '@/ui/Form';
import { Panel } from '@/ui/Panel';
import { DELIMITERS, ENCODINGS, encodingName } from './format';
import { useReadAnew } from './queries';
import classes from './ReadAnew.module.css';

/** How the file was read, and another way: where letters or columns look wrong, somebody may know better. */
export function ReadAnew({ import: { id, format, options, can_be_read_anew } }: { import: Import }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState<FormatChoice>(options);
  const read = useReadAnew(id);
  if (!can_be_read_anew) return null;
  const found = format
    ? t('import.read_as', {
        encoding: encodingName(format.encoding),
        delimiter: t(`imports.delimiter_${DELIMITERS[format.delimiter]}`),
      })
    : t('import.read_not');
  if (!open) {
    return (
      <div className={classes.line}>
        <span>{found}</span>
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {t('import.read_otherwise')}
        </Button>
      </div>
    );
  }
  const unknown = { value: '', label: t('import.read_find_out') };
  const encodings = ENCODINGS.map((value) => ({ value, label: encodingName(value) }));
  const delimiters = Object.entries(DELIMITERS).map(([value, name]) => ({
    value,
    label: t(`imports.delimiter_${name}`),
  }));
  return (
    <Panel title={t('import.read_title')}>
      <Text c="dimmed" mb="md">
        {t('import.read_hint')}
      </Text>
      <Form
        error={read.error}
        busy={read.isPending}
        onSubmit={() => read.mutate(choice)}
        submit={t('import.read_submit')}
        onCancel={() => setOpen(false)}
      >
        <div className={classes.fields}>
          <NativeSelect
            label={t('import.read_encoding')}
            data={[unknown, ...encodings]}
            value={choice.encoding ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setChoice({ ...choice, encoding: ENCODINGS.find((it) => it === value) ?? null })
            }
          />
          <NativeSelect
            label={t('import.read_delimiter')}
            data={[unknown, ...delimiters]}
            value={choice.delimiter ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setChoice({ ...choice, delimiter: value in DELIMITERS ? (value as ',' | ';' | '\t') : null })
            }
          />
        </div>
      </Form>
    </Panel>
  );
}
