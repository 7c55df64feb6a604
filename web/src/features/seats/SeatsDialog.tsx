import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { changeSeats } from '@/api/seats';
import type { ModuleSeats } from '@/api/types';
import { seatsQuery } from '@/choices/seats';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';

const KINDS = ['named', 'shared'] as const;

/** How many seats there are to be of each kind. */
export function SeatsDialog({ seats, onClose }: { seats: ModuleSeats; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState({
    named: String(seats.named.bought),
    shared: String(seats.shared.bought),
  });
  const saving = useMutation({
    mutationFn: () => changeSeats(seats.module, { named: Number(typed.named), shared: Number(typed.shared) }),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: seatsQuery.queryKey });
    },
  });
  const problem = saving.error ? Problem.of(saving.error) : undefined;
  return (
    <Dialog title={t('seats.change_of', { module: t(`users.module.${seats.module}`) })} onClose={onClose}>
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate()}
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
            value={typed[kind]}
            error={problem?.of(kind)}
            onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [kind]: value }))}
          />
        ))}
        <Text size="sm" c="dimmed">
          {t('seats.change_detail')}
        </Text>
      </Form>
    </Dialog>
  );
}
