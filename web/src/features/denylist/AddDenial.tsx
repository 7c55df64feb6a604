import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useAddDenial } from './queries';

type Kind = 'address' | 'domain';

/** The beginning of a day by the clock of who chooses it. */
const begins = (day: string) => (day ? new Date(`${day}T00:00`).toISOString() : null);

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

export function AddDenial({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('address');
  const [entry, setEntry] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const adding = useAddDenial(onClose);
  const problem = adding.isError ? Problem.of(adding.error) : undefined;
  return (
    <Dialog title={t('denylist.add')} onClose={onClose}>
      <Form
        error={adding.error}
        busy={adding.isPending}
        onSubmit={() => adding.mutate({ [kind]: entry.trim(), reason, expires_at: begins(until) })}
        submit={t('denylist.add')}
        onCancel={onClose}
      >
        <SegmentedControl
          aria-label={t('denylist.what')}
          fullWidth
          data={[
            { value: 'address', label: t('denylist.one_address') },
            { value: 'domain', label: t('denylist.whole_domain') },
          ]}
          value={kind}
          onChange={(value) => {
            setKind(value as Kind);
            adding.reset();
          }}
        />
        <TextInput
          label={t(`denylist.${kind}`)}
          description={kind === 'domain' ? t('denylist.domain_hint') : undefined}
          type={kind === 'address' ? 'email' : 'text'}
          placeholder={kind === 'address' ? 'name@example.com' : 'example.com'}
          autoComplete="off"
          data-autofocus
          value={entry}
          error={problem?.of(kind)}
          onChange={(event) => setEntry(event.currentTarget.value)}
        />
        <TextInput
          label={t('denylist.reason')}
          maxLength={255}
          value={reason}
          error={problem?.of('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label={t('denylist.until')}
          description={t('denylist.until_hint')}
          type="date"
          min={tomorrow()}
          value={until}
          error={problem?.of('expires_at')}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t('denylist.add_detail')}
        </Text>
      </Form>
    </Dialog>
  );
}
