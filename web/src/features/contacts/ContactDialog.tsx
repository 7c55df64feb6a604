import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/api/types';
import { CompaniesField } from '@/choices/CompaniesField';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { useSaveContact } from './queries';

type Props = {
  contact?: Contact;
  /** For which a new one is. */
  company?: string;
  /** Goes on to how a new one is reached. */
  onAdded?: (contact: Contact) => void;
  onClose: () => void;
};

/** A new contact, or another name and other companies for one. */
export function ContactDialog({ contact, company, onAdded, onClose }: Props) {
  const { t } = useTranslation();
  const before = contact?.company_access ?? (company ? [company] : 'all');
  const [access, setAccess] = useState(before === 'all' ? 'all' : 'some');
  const form = useFields({ name: contact?.name ?? '', company_access: before === 'all' ? [] : before });
  const { name, company_access } = form.values;
  const wrong = form.errors.company_access;
  const saving = useSaveContact(contact?.id, onAdded ?? onClose);
  return (
    <Dialog
      title={contact ? t('contacts.edit_title', { name: contact.name }) : t('contacts.new')}
      onClose={onClose}
      size="lg"
    >
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() =>
          saving.mutate(
            { name, company_access: access === 'all' ? 'all' : company_access },
            { onError: form.refuse },
          )
        }
        submit={contact ? t('common.save') : t('contacts.create')}
        onCancel={onClose}
      >
        <TextInput
          label={t('contacts.name')}
          description={t('contacts.name_hint')}
          data-autofocus
          autoComplete="off"
          maxLength={255}
          {...form.text('name')}
        />
        <Radio.Group label={t('contacts.companies')} value={access} onChange={setAccess}>
          <Stack gap="xs" pt={6}>
            <Radio value="all" label={t('contacts.all_companies')} />
            <Radio value="some" label={t('contacts.some_companies')} />
          </Stack>
        </Radio.Group>
        {access === 'some' && (
          <CompaniesField
            label={t('contacts.companies')}
            {...form.value('company_access')}
            error={wrong && company_access.length === 0 ? t('contacts.companies_missing') : wrong}
          />
        )}
      </Form>
    </Dialog>
  );
}
