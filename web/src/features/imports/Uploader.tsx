import { Anchor, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveSample } from '@/api/imports';
import type { ImportMode } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FileDrop } from '@/ui/FileDrop';
import { Notice } from '@/ui/Notice';
import { ProgressPanel } from '@/ui/ProgressPanel';
import { useFormat } from '@/ui/useFormat';
import { ModeChoice } from './ModeChoice';
import { useUpload } from './useUpload';

const ACCEPT = '.csv,.tsv,.txt,text/csv';
const COLUMNS =
  'first_name, last_name, email, email_aliases, company, job_title, department, office_phone, mobile_phone, other_phone, fax, address, notes';

export function Uploader() {
  const { t } = useTranslation();
  const format = useFormat();
  const upload = useUpload();
  const sample = useMutation({ mutationFn: saveSample });
  const [refusal, setRefusal] = useState<'one_file' | 'empty_file'>();
  const [mode, setMode] = useState<ImportMode>('create');
  const uploading = upload.file !== undefined;
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('imports.leave')),
    enableBeforeUnload: uploading,
    disabled: !uploading,
  });

  function onFiles(files: File[]) {
    const [file] = files;
    const refused = files.length > 1 ? 'one_file' : file?.size === 0 ? 'empty_file' : undefined;
    setRefusal(refused);
    if (file && !refused) upload.start(file, mode);
  }

  if (upload.file) {
    return (
      <ProgressPanel
        label={t('imports.uploading', { file: upload.file.name })}
        progress={{ done: upload.sent, total: upload.file.size }}
        amount={format.bytes}
        stop={{ label: t('common.cancel'), onStop: upload.stop }}
      />
    );
  }

  return (
    <Stack gap="sm">
      {refusal && <Notice tone="warn" title={t(`imports.${refusal}`)} />}
      {upload.error && <ErrorNotice error={upload.error} />}
      {sample.isError && <ErrorNotice error={sample.error} />}
      <ModeChoice value={mode} onChange={setMode} />
      <FileDrop
        title={t('imports.drop')}
        button={t('imports.choose')}
        accept={ACCEPT}
        onFiles={onFiles}
        extra={
          <Anchor component="button" type="button" onClick={() => sample.mutate()}>
            {t('imports.sample')}
          </Anchor>
        }
      />
      <Text size="sm" c="dimmed">
        {t('imports.columns', { columns: COLUMNS })}
      </Text>
    </Stack>
  );
}
