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
import { ChangePreview } from './ChangePreview';
import { changesSomething, inputOf, NO_CHANGE, withService } from './change';
import { ServiceChanges } from './ServiceChanges';

type Props = { selection: Selection; onClose: () => void };

/** What is to become of the access of those who are chosen, and what that will do, before it is done. */
export function AccessChangeDialog({ selection, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [change, setChange] = useState(NO_CHANGE);
  const asking = useMutation({
    mutationFn: () => requestAccessChange(inputOf(selection, change)),
    onSuccess: ({ id }) => navigate({ to: '/customers/access/$id', params: { id } }),
  });
  const count = selection.kind === 'some' ? selection.customers.size : undefined;
  return (
    <Dialog title={t('access_change.title')} onClose={onClose} size="lg">
      <Stack gap="md">
        <NativeSelect
          label={t('customer.portal_access')}
          value={change.portal_access ?? ''}
          onChange={({ currentTarget }) =>
            setChange({
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
          onChange={(id, to) => setChange(withService(change, id, to))}
        />
        <Switch
          label={t('access_change.send_mail')}
          description={t('access_change.send_mail_hint')}
          checked={change.send_mail}
          onChange={(event) => setChange({ ...change, send_mail: event.currentTarget.checked })}
        />
        <ChangePreview selection={selection} change={change} />
        {asking.isError && <ErrorNotice error={asking.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={!changesSomething(change)}
            loading={asking.isPending}
            onClick={() => asking.mutate()}
          >
            {count === undefined ? t('access_change.start_all') : t('access_change.start', { count })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
