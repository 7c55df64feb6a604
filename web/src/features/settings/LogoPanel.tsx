import { Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { renewMe } from '@/api/me';
import { saveSettings, sendLogo } from '@/api/settings';
import type { AccountSettings } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { settingsQuery } from './queries';
import classes from './Settings.module.css';

const FORMATS = 'image/png,image/jpeg,image/gif,image/webp';

/** The logo: uploaded by itself, and shown everywhere as soon as it has been read. */
export function LogoPanel({ settings }: { settings: AccountSettings }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const control = useRef(new AbortController());
  useEffect(() => {
    control.current = new AbortController();
    return () => control.current.abort();
  }, []);
  const logo = settings.logo.value;
  const address = logo?.address;
  const shown = useRef(address);
  useEffect(() => {
    // The frame around the page shows it, too.
    if (shown.current !== address) void renewMe();
    shown.current = address;
  }, [address]);
  const onSuccess = () => queries.invalidateQueries({ queryKey: settingsQuery.queryKey, exact: true });
  const send = useMutation({ mutationFn: (file: File) => sendLogo(file, control.current.signal), onSuccess });
  const remove = useMutation({ mutationFn: () => saveSettings({ logo: null }, undefined), onSuccess });
  const error = send.error ?? remove.error;
  return (
    <Stack gap="xs" className={classes.setting}>
      <div className={classes.label}>{t('setting.label.logo')}</div>
      <Text size="xs" c="dimmed">
        {t('settings.logo.hint')}
      </Text>
      <Group gap="md">
        {logo ? (
          <span className={classes.logo}>
            <img src={logo.address} alt={t('settings.logo.shown')} />
          </span>
        ) : (
          <Text c="dimmed">{t('settings.logo.none')}</Text>
        )}
        {settings.logo_pending && (
          <Group gap={6} role="status">
            <Loader size={14} />
            <Text size="sm">{t('settings.logo.pending')}</Text>
          </Group>
        )}
      </Group>
      {settings.logo_problem && (
        <Notice tone="bad" title={t('settings.logo.refused')}>
          {settings.logo_problem.message}
        </Notice>
      )}
      {error && <ErrorNotice error={error} />}
      <Group gap="xs">
        <FileButton accept={FORMATS} onChange={(file) => file && send.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={send.isPending}>
              {t(logo ? 'settings.logo.other' : 'settings.logo.choose')}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="default" size="xs" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('settings.logo.remove')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
