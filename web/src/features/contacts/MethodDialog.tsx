import { Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contact, ContactMethod, ContactMethodKind, ContactMethodUse } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { useFields } from '@/ui/useFields';
import { KINDS } from './methods';
import { useSaveMethod } from './queries';

type Props = {
  contact: Contact;
  method?: ContactMethod;
  /** The contact has just been added: it is said here, and nothing has to follow. */
  isNew?: boolean;
  onClose: () => void;
};

/** A new way to reach somebody, or one that changes. */
export function MethodDialog({ contact, method, isNew, onClose }: Props) {
  const { t } = useTranslation();
  const form = useFields({
    kind: method?.kind ?? ('email' as ContactMethodKind),
    address: method?.address ?? '',
    label: method?.label ?? '',
    uses: method?.uses ?? (['reports', 'alerts'] as ContactMethodUse[]),
  });
  const { kind, address } = form.values;
  const saving = useSaveMethod(contact.id, method?.id, onClose);
  const isEmail = kind === 'email';

  function choose(next: ContactMethodKind) {
    form.set('kind', next);
    // No number is an address; and what was said of it was said of the kind before.
    form.set('address', (next === 'email') === isEmail ? address : '');
  }

  return (
    <Dialog
      title={
        method
          ? t('contacts.edit_title', { name: method.address })
          : t('contacts.add_method_to', { name: contact.name })
      }
      onClose={onClose}
    >
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate(form.values, { onError: form.refuse })}
        submit={method ? t('common.save') : t('contacts.add_method')}
        onCancel={onClose}
        cancel={isNew ? t('contacts.later') : undefined}
      >
        {isNew && (
          <Notice tone="good" title={t('contacts.added', { name: contact.name })}>
            {t('contacts.added_detail')}
          </Notice>
        )}
        <NativeSelect
          label={t('contacts.kind_label')}
          data-autofocus
          data={KINDS.map((value) => ({ value, label: t(`contacts.kind.${value}`) }))}
          value={kind}
          onChange={(event) => choose(event.currentTarget.value as ContactMethodKind)}
        />
        <TextInput
          label={t(isEmail ? 'contacts.email' : 'contacts.number')}
          description={t(isEmail ? 'contacts.email_hint' : 'contacts.number_hint')}
          inputMode={isEmail ? 'email' : 'tel'}
          autoComplete="off"
          maxLength={255}
          {...form.text('address')}
        />
        <TextInput
          label={t('contacts.label')}
          description={t('contacts.label_hint')}
          autoComplete="off"
          maxLength={255}
          {...form.text('label')}
        />
        <Checkbox.Group
          label={t('contacts.uses')}
          {...form.value('uses')}
          error={form.errors.uses && t('contacts.uses_none')}
        >
          <Group pt={6}>
            {(['reports', 'alerts'] as const).map((use) => (
              <Checkbox
                key={use}
                value={use}
                label={t(`contacts.use.${use}`)}
                aria-invalid={Boolean(form.errors.uses) || undefined}
              />
            ))}
          </Group>
        </Checkbox.Group>
        {isEmail && (
          <Text size="sm" c="dimmed">
            {t('contacts.email_asked')}
          </Text>
        )}
      </Form>
    </Dialog>
  );
}
