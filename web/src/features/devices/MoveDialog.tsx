import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeviceFilter, moveDevices } from '@/api/devices';
import { Problem } from '@/api/problem';
import { CompanySelect } from '@/choices/CompanySelect';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { useDeviceChange } from './queries';

/** Those that were chosen, or all that a filter shows. */
export type Moving = { device_ids: string[] } | { filter: DeviceFilter };

type Props = { moving: Moving; onClose: () => void; onMoved: () => void };

/** The server moves a hundred at a time. */
async function moveAll(moving: Moving, company_id: string): Promise<number> {
  let count = 0;
  for (;;) {
    const { moved, more } = await moveDevices({ ...moving, company_id });
    count += moved;
    if (!more || moved === 0) return count;
  }
}

/** Where they go, how many that would be, and then that they are there. */
export function MoveDialog({ moving, onClose, onMoved }: Props) {
  const { t } = useTranslation();
  const [company, setCompany] = useState<string>();
  const trial = useQuery({
    queryKey: ['devices', 'move', moving, company],
    queryFn: () => moveDevices({ ...moving, company_id: company, dry_run: true }),
    enabled: company !== undefined,
  });
  const move = useDeviceChange(() => moveAll(moving, company ?? ''), onMoved);
  const problem = move.isError ? Problem.of(move.error) : undefined;
  const chosen = 'device_ids' in moving ? moving.device_ids.length : undefined;
  if (move.isSuccess) {
    return (
      <Dialog title={t('devices.move_title')} onClose={onClose}>
        <Stack gap="md">
          <Notice tone="good" title={t('devices.moved', { count: move.data })} />
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('devices.move_title')} onClose={onClose}>
      <Form
        error={move.error}
        busy={move.isPending}
        onSubmit={() => move.mutate(undefined)}
        submit={t('devices.move_submit')}
        onCancel={onClose}
      >
        <Text>
          {chosen === undefined
            ? t('devices.move_matching_detail')
            : t('devices.move_detail', { count: chosen })}
        </Text>
        <CompanySelect
          label={t('devices.move_to')}
          placeholder={t('devices.choose_company')}
          value={company}
          onChange={(id) => {
            setCompany(id);
            // The complaint is about the one chosen before.
            move.reset();
          }}
          error={problem?.of('company_id')}
        />
        <Text size="sm" c="dimmed" aria-live="polite" mih={22}>
          {trial.data &&
            company &&
            t(trial.data.more ? 'devices.would_move_more' : 'devices.would_move', {
              count: trial.data.moved,
            })}
        </Text>
      </Form>
    </Dialog>
  );
}
