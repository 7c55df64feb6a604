import { Button, Checkbox, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listServices } from '@/api/customers';
import type { Import } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Panel } from '@/ui/Panel';
import classes from './ImportPreview.module.css';
import { useCancel, useConfirm } from './queries';

export function ConfirmPanel({ import: { id, counts, ...before } }: { import: Import }) {
  const { t } = useTranslation();
  const [service_ids, setServices] = useState(before.service_ids);
  const [send_activation, setActivation] = useState(before.send_activation);
  const confirm = useConfirm(id);
  const cancel = useCancel(id);
  const error = confirm.error ?? cancel.error;
  const busy = confirm.isPending || cancel.isPending;
  return (
    <Panel title={t('import.confirm_title')}>
      <Stack gap="md">
        <Services chosen={service_ids} onChoose={setServices} />
        <Switch
          label={t('import.send_activation')}
          description={t('import.send_activation_hint')}
          checked={send_activation}
          onChange={(event) => setActivation(event.currentTarget.checked)}
        />
        {error && <ErrorNotice error={error} />}
        <Stack gap="xs">
          {counts.create > 0 ? (
            <Button
              loading={confirm.isPending}
              disabled={busy}
              onClick={() => confirm.mutate({ service_ids, send_activation })}
            >
              {t('import.confirm', { count: counts.create })}
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
      </Stack>
    </Panel>
  );
}

function Services({ chosen, onChoose }: { chosen: string[]; onChoose: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const services = useQuery({ queryKey: ['services'], queryFn: ({ signal }) => listServices(signal) });
  const active = services.data?.items.filter(({ status }) => status === 'active');
  if (services.isError) {
    return <ErrorNotice error={services.error} onRetry={() => void services.refetch()} />;
  }
  return (
    <Checkbox.Group
      label={t('import.services')}
      description={active?.length === 0 ? t('import.services_none') : t('import.services_hint')}
      value={chosen}
      onChange={onChoose}
    >
      <div className={classes.services}>
        {active?.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
