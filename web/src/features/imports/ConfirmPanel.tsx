import { Button, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';
import classes from './ConfirmPanel.module.css';
import { useCancel, useConfirm } from './queries';
import { ServiceChoice } from './ServiceChoice';

export function ConfirmPanel({ import: { id, counts, reading, ...before } }: { import: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [service_ids, setServices] = useState(before.service_ids);
  const [send_activation, setActivation] = useState(before.send_activation);
  const confirm = useConfirm(id);
  const cancel = useCancel(id);
  const error = confirm.error ?? cancel.error;
  const update = counts.update ?? 0;
  const label =
    counts.create > 0 && update > 0
      ? t('import.both', { created: format.number(counts.create), changed: format.number(update) })
      : update > 0
        ? t('import.change', { count: update })
        : t('import.confirm', { count: counts.create });
  const busy = confirm.isPending || cancel.isPending;
  return (
    <Panel title={t('import.confirm_title')}>
      <div className={classes.choices}>
        <ServiceChoice chosen={service_ids} onChoose={setServices} />
        <Switch
          label={t('import.send_activation')}
          description={t('import.send_activation_hint')}
          checked={send_activation}
          onChange={(event) => setActivation(event.currentTarget.checked)}
        />
        <Stack gap="xs">
          {counts.create + update > 0 ? (
            <Button
              loading={confirm.isPending}
              disabled={busy}
              onClick={() => confirm.mutate({ service_ids, send_activation, reading })}
            >
              {label}
            </Button>
          ) : (
            <Text c="dimmed">{t('import.confirm_nothing')}</Text>
          )}
          <Button
            variant="default"
            loading={cancel.isPending}
            disabled={busy}
            onClick={() => cancel.mutate(undefined)}
          >
            {t('import.cancel')}
          </Button>
        </Stack>
      </div>
      {error && <ErrorNotice error={error} />}
    </Panel>
  );
}
