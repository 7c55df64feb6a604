import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import type { Service } from '@/api/types';
import { CompaniesField } from '@/choices/CompaniesField';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useSaveService } from './queries';

/** A new service, or one that changes. */
export function ServiceDialog({ service, onClose }: { service?: Service; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(service?.name ?? '');
  const [description, setDescription] = useState(service?.description ?? '');
  const [companies, setCompanies] = useState(service?.company_ids ?? []);
  const [openTo, setOpenTo] = useState(companies.length > 0 ? 'some' : 'everybody');
  const [nobody, setNobody] = useState(false);
  const saving = useSaveService(service?.id, onClose);
  const problem = saving.isError ? Problem.of(saving.error) : undefined;

  function save() {
    // None listed would mean everybody to the server.
    const missing = openTo === 'some' && companies.length === 0;
    setNobody(missing);
    if (!missing) saving.mutate({ name, description, company_ids: openTo === 'some' ? companies : [] });
  }

  return (
    <Dialog
      title={service ? t('services.edit_title', { name: service.name }) : t('services.new')}
      onClose={onClose}
      size="lg"
    >
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={save}
        submit={service ? t('common.save') : t('services.create')}
        onCancel={onClose}
      >
        <TextInput
          label={t('services.name')}
          data-autofocus
          maxLength={255}
          value={name}
          error={problem?.of('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('services.description')}
          description={t('services.description_hint')}
          rows={3}
          maxLength={2000}
          value={description}
          error={problem?.of('description')}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Radio.Group label={t('services.open_to')} value={openTo} onChange={setOpenTo}>
          <Stack gap="xs" pt={6}>
            {(['everybody', 'some'] as const).map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`services.${value}`)}
                description={t(`services.${value}_hint`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {openTo === 'some' && (
          <CompaniesField
            value={companies}
            onChange={setCompanies}
            error={
              nobody && companies.length === 0
                ? t('services.companies_missing')
                : problem?.errors.find(({ field }) => field.startsWith('company_ids'))?.message
            }
          />
        )}
        <Text size="sm" c="dimmed">
          {t('services.inherited')}
        </Text>
      </Form>
    </Dialog>
  );
}
