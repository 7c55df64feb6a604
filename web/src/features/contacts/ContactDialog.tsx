import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Contact } from '@/api/types';
import { CompaniesField } from '@/choices/CompaniesField';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
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
  const [name, setName] = useState(contact?.name ?? '');
  const [access, setAccess] = useState(before === 'all' ? 'all' : 'some');
  const [companies, setCompanies] = useState(before === 'all' ? [] : before);
  const saving = useSaveContact(contact?.id, onAdded ?? onClose);
  const problem = saving.isError ? Problem.of(saving.error) : undefined;
  const wrong = problem?.errors.find(({ field }) => field.startsWith('company_access'));
  return (
    <Dialog
      title={contact ? t('contacts.edit_title', { name: contact.name }) : t('contacts.new')}
      onClose={onClose}
      size="lg"
    >
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate({ name, company_access: access === 'all' ? 'all' : companies })}
        submit={contact ? t('common.save') : t('contacts.create')}
        onCancel={onClose}
      >
        <TextInput
          label={t('contacts.name')}
          description={t('contacts.name_hint')}
          data-autofocus
          autoComplete="off"
          maxLength={255}
          value={name}
          error={problem?.of('name')}
          onChange={(event) => setName(event.currentTarget.value)}
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
            value={companies}
            onChange={setCompanies}
            error={wrong?.code === 'required' ? t('contacts.companies_missing') : wrong?.message}
          />
        )}
      </Form>
    </Dialog>
  );
}
