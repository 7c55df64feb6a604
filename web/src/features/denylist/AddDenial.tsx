import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { useAddDenial } from './queries';

type Kind = 'address' | 'domain';

/** The beginning of a day by the clock of who chooses it. */
const begins = (day: string) => (day ? new Date(`${day}T00:00`).toISOString() : null);

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

export function AddDenial({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('address');
  const form = useFields({ address: '', domain: '', reason: '', expires_at: '' });
  const { reason, expires_at } = form.values;
  const adding = useAddDenial(onClose);
  return (
    <Dialog title={t('denylist.add')} onClose={onClose}>
      <Form
        error={adding.error}
        busy={adding.isPending}
        onSubmit={() =>
          adding.mutate(
            { [kind]: form.values[kind].trim(), reason, expires_at: begins(expires_at) },
            { onError: form.refuse },
          )
        }
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
          {...form.text(kind)}
        />
        <TextInput label={t('denylist.reason')} maxLength={255} {...form.text('reason')} />
        <TextInput
          label={t('denylist.until')}
          description={t('denylist.until_hint')}
          type="date"
          min={tomorrow()}
          {...form.text('expires_at')}
        />
        <Text size="sm" c="dimmed">
          {t('denylist.add_detail')}
        </Text>
      </Form>
    </Dialog>
  );
}
