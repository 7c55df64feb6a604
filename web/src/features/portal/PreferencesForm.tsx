import { Button, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savePreferences } from '@/api/portal';
import type { EmailFormat, PortalMe } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import classes from './PortalPage.module.css';
import { portalMeQuery } from './queries';

const FORMATS: EmailFormat[] = ['html', 'plain'];

/** The customer's own choices; the language is chosen below every page. */
export function PreferencesForm({ me }: { me: PortalMe }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [timeZone, setTimeZone] = useState(me.time_zone);
  const [format, setFormat] = useState(me.email_format);
  const saving = useMutation({
    mutationFn: () => savePreferences({ time_zone: timeZone, email_format: format }),
    onSuccess: (saved) => queries.setQueryData(portalMeQuery.queryKey, saved),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    saving.mutate();
  }

  return (
    <form onSubmit={submit} onChange={() => saving.reset()}>
      <Stack gap="md">
        {saving.isError && <ErrorNotice error={saving.error} />}
        {saving.isSuccess && <Notice tone="good" title={t('portal.saved')} />}
        <div className={classes.settings}>
          <TimeZoneSelect label={t('portal.time_zone')} value={timeZone} onChange={setTimeZone} />
          <NativeSelect
            label={t('portal.email_format')}
            data={FORMATS.map((value) => ({ value, label: t(`portal.format_${value}`) }))}
            value={format}
            onChange={(event) => setFormat(event.currentTarget.value as EmailFormat)}
          />
        </div>
        <Button type="submit" loading={saving.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('portal.save')}
        </Button>
      </Stack>
    </form>
  );
}
