import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Form } from '@/ui/Form';
import { useFormat } from '@/ui/useFormat';
import classes from './Codes.module.css';
import { useCreateCode } from './queries';

const MINUTES = [5, 15, 30, 60];
const USUAL = '15';

/** One says for whom, if one likes, and has it at once. */
export function NewCode() {
  const { t } = useTranslation();
  const format = useFormat();
  const [label, setLabel] = useState('');
  const [minutes, setMinutes] = useState(USUAL);
  const creating = useCreateCode(() => setLabel(''));
  const problem = creating.error ? Problem.of(creating.error) : undefined;
  return (
    <Form
      error={creating.error}
      busy={creating.isPending}
      onSubmit={() => creating.mutate({ label: label.trim(), minutes: Number(minutes) })}
      submit={t('codes.create')}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('codes.label')}
          description={t('codes.label_hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          maxLength={128}
          value={label}
          error={problem?.of('label')}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('codes.minutes')}
          data={MINUTES.map((count) => ({ value: String(count), label: format.wait(count * 60) }))}
          value={minutes}
          error={problem?.of('minutes')}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
      </div>
    </Form>
  );
}
