import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import classes from './Batch.module.css';
import { COLUMNS } from './lines';

type Props = { value: string; onChange: (text: string) => void; error: string | undefined };

/** Lines to paste or to write; a file that is dropped here, or chosen, is put into the field. */
export function BatchText({ value, onChange, error }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const read = async (file: File | null | undefined) => {
    if (file) onChange(await file.text());
  };

  function drop(event: DragEvent) {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void read(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Textarea
        label={t('batch.field')}
        description={t('batch.columns', { columns: COLUMNS })}
        classNames={{ input: classes.text }}
        placeholder={t('batch.placeholder')}
        rows={9}
        resize="vertical"
        spellCheck={false}
        value={value}
        error={error}
        aria-invalid={Boolean(error) || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap="xs" mt="sm">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<Icon name="import" size={16} />}>
              {t('batch.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('batch.drop')}
        </Text>
      </Group>
    </div>
  );
}
