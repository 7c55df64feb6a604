import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { ShownOnce } from '@/ui/ShownOnce';
import { useFields } from '@/ui/useFields';
import { useCreateApiKey } from './queries';
import { ScopeChoice } from './ScopeChoice';
import { type Levels, readScopes, scopesOf } from './scopes';

const LIFETIMES = [30, 90, 365];
const DAY = 86_400_000;

/** Name, bounds and lifetime; then the key itself, this once. */
export function NewKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useFields({ name: '', scopes: {} as Levels, days: '365' });
  const { name, days } = form.values;
  const scopes = scopesOf(form.values.scopes);
  const [key, setKey] = useState<string>();
  const creating = useCreateApiKey((made) => setKey(made.key));

  function create() {
    const expires_at = days ? new Date(Date.now() + Number(days) * DAY).toISOString() : null;
    creating.mutate({ name, scopes, expires_at }, { onError: form.refuse });
  }

  const [first] = readScopes(scopes);
  if (key && first) {
    // Areas are called as their paths are.
    const example = `curl -H 'Authorization: Bearer ${key}' '${location.origin}/v1/${first[0]}?limit=1'`;
    return (
      <ShownOnce
        title={t('api_keys.made_title')}
        detail={t('api_keys.made_detail')}
        value={key}
        example={example}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog title={t('api_keys.new')} onClose={onClose}>
      <Form
        error={creating.error}
        busy={creating.isPending}
        onSubmit={create}
        submit={t('api_keys.create')}
        onCancel={onClose}
      >
        <TextInput
          label={t('api_keys.name')}
          description={t('api_keys.name_hint')}
          data-autofocus
          autoComplete="off"
          maxLength={255}
          {...form.text('name')}
        />
        <ScopeChoice
          {...form.value('scopes')}
          error={form.errors.scopes && scopes.length === 0 ? t('api_keys.scopes_none') : form.errors.scopes}
        />
        <NativeSelect
          label={t('api_keys.lifetime')}
          data={[
            ...LIFETIMES.map((count) => ({ value: String(count), label: t('api_keys.days', { count }) })),
            { value: '', label: t('api_keys.lifetime_never') },
          ]}
          {...form.text('days')}
          error={form.errors.expires_at}
        />
      </Form>
    </Dialog>
  );
}
