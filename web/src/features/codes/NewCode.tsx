import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { useFormat } from '@/ui/useFormat';
import classes from './Codes.module.css';
import { useCreateCode } from './queries';

const MINUTES = [5, 15, 30, 60];
const USUAL = '15';

/** One says for whom, if one likes, and has it at once. */
export function NewCode() {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useFields({ label: '', minutes: USUAL });
  const { label, minutes } = form.values;
  const creating = useCreateCode(() => form.set('label', ''));
  return (
    <Form
      error={creating.error}
      busy={creating.isPending}
      onSubmit={() =>
        creating.mutate({ label: label.trim(), minutes: Number(minutes) }, { onError: form.refuse })
      }
      submit={t('codes.create')}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('codes.label')}
          description={t('codes.label_hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          maxLength={128}
          {...form.text('label')}
        />
        <NativeSelect
          label={t('codes.minutes')}
          data={MINUTES.map((count) => ({ value: String(count), label: format.wait(count * 60) }))}
          {...form.text('minutes')}
        />
      </div>
    </Form>
  );
}
