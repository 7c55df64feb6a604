import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeSeats } from '@/api/seats';
import type { ModuleSeats } from '@/api/types';
import { seatsQuery } from '@/choices/seats';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';

const KINDS = ['named', 'shared'] as const;

/** How many seats there are to be of each kind. */
export function SeatsDialog({ seats, onClose }: { seats: ModuleSeats; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFields({
    named: String(seats.named.bought),
    shared: String(seats.shared.bought),
  });
  const saving = useMutation({
    mutationFn: ({ named, shared }: typeof form.values) =>
      changeSeats(seats.module, { named: Number(named), shared: Number(shared) }),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: seatsQuery.queryKey });
    },
    onError: form.refuse,
  });
  return (
    <Dialog title={t('seats.change_of', { module: t(`users.module.${seats.module}`) })} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate(form.values)}
        submit={t('common.save')}
        onCancel={onClose}
      >
        {KINDS.map((kind, at) => (
          <TextInput
            key={kind}
            type="number"
            min={0}
            max={10_000}
            label={t(`seats.${kind}`)}
            description={t('seats.assigned_to', { count: seats[kind].assigned })}
            data-autofocus={at === 0 || undefined}
            {...form.text(kind)}
          />
        ))}
        <Text size="sm" c="dimmed">
          {t('seats.change_detail')}
        </Text>
      </Form>
    </Dialog>
  );
}
