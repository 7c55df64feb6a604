import { Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Contact, ContactMethod, ContactMethodKind, ContactMethodUse } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
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
  const [kind, setKind] = useState<ContactMethodKind>(method?.kind ?? 'email');
  const [address, setAddress] = useState(method?.address ?? '');
  const [label, setLabel] = useState(method?.label ?? '');
  const [uses, setUses] = useState<string[]>(method?.uses ?? ['reports', 'alerts']);
  const saving = useSaveMethod(contact.id, method?.id, onClose);
  const problem = saving.isError ? Problem.of(saving.error) : undefined;
  const isEmail = kind === 'email';
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
        onSubmit={() => saving.mutate({ kind, address, label, uses: uses as ContactMethodUse[] })}
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
          onChange={(event) => setKind(event.currentTarget.value as ContactMethodKind)}
        />
        <TextInput
          label={t(isEmail ? 'contacts.email' : 'contacts.number')}
          description={t(isEmail ? 'contacts.email_hint' : 'contacts.number_hint')}
          inputMode={isEmail ? 'email' : 'tel'}
          autoComplete="off"
          maxLength={255}
          value={address}
          error={problem?.of('address')}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <TextInput
          label={t('contacts.label')}
          description={t('contacts.label_hint')}
          autoComplete="off"
          maxLength={255}
          value={label}
          error={problem?.of('label')}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={t('contacts.uses')}
          value={uses}
          onChange={setUses}
          error={problem?.of('uses') && t('contacts.uses_none')}
        >
          <Group pt={6}>
            {(['reports', 'alerts'] as const).map((use) => (
              <Checkbox
                key={use}
                value={use}
                label={t(`contacts.use.${use}`)}
                aria-invalid={Boolean(problem?.of('uses')) || undefined}
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
