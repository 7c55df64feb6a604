import { Button, Group, NativeSelect, Stack, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestAccessChange } from '@/api/access-changes';
import { Dialog } from '@/ui/Dialog';
import { ErrorNotice } from '@/ui/ErrorNotice';
import type { Selection } from '../list/useSelection';
import { PORTAL_ACCESS } from '../search';
import { type Change, changesSomething, inputOf, NO_CHANGE, withService } from './change';
import { ServiceChanges } from './ServiceChanges';
import { TrialOutcome } from './TrialOutcome';
import { useTrial } from './useTrial';

type Props = { selection: Selection; onClose: () => void };

/** What is to become of the access of those who are chosen; it is tried before it is done. */
export function AccessChangeDialog({ selection, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [change, setChange] = useState(NO_CHANGE);
  const trial = useTrial(selection, change);
  const asking = useMutation({
    mutationFn: () => requestAccessChange(inputOf(selection, change)),
    onSuccess: ({ id }) => navigate({ to: '/customers/access/$id', params: { id } }),
  });
  const decide = (next: Change) => {
    trial.forget();
    setChange(next);
  };
  const close = () => {
    trial.forget();
    onClose();
  };
  const count = trial.found?.state === 'done' ? trial.found.counts.changed : undefined;
  return (
    <Dialog title={t('access_change.title')} onClose={close} size="lg">
      <Stack gap="md">
        <NativeSelect
          label={t('customer.portal_access')}
          value={change.portal_access ?? ''}
          onChange={({ currentTarget }) =>
            decide({
              ...change,
              portal_access: PORTAL_ACCESS.find((level) => level === currentTarget.value),
            })
          }
          data={[
            { value: '', label: t('access_change.leave') },
            ...PORTAL_ACCESS.map((value) => ({ value, label: t(`customers.portal_access.${value}`) })),
          ]}
        />
        <ServiceChanges
          changes={change.services}
          onChange={(id, to) => decide(withService(change, id, to))}
        />
        <Switch
          label={t('access_change.send_mail')}
          description={t('access_change.send_mail_hint')}
          checked={change.send_mail}
          onChange={(event) => decide({ ...change, send_mail: event.currentTarget.checked })}
        />
        <div role="status">
          <TrialOutcome selection={selection} change={change} trial={trial} />
        </div>
        {asking.isError && <ErrorNotice error={asking.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          {count === undefined ? (
            <Button disabled={!changesSomething(change)} loading={trial.runs} onClick={trial.run}>
              {t('access_change.try')}
            </Button>
          ) : (
            <Button disabled={count === 0} loading={asking.isPending} onClick={() => asking.mutate()}>
              {t('access_change.start', { count })}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
