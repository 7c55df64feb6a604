import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '@/api/types';
import { CompaniesField } from '@/choices/CompaniesField';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { useSaveService } from './queries';

/** A new service, or one that changes. */
export function ServiceDialog({ service, onClose }: { service?: Service; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useFields({
    name: service?.name ?? '',
    description: service?.description ?? '',
    company_ids: service?.company_ids ?? [],
  });
  const { company_ids } = form.values;
  const [openTo, setOpenTo] = useState(company_ids.length > 0 ? 'some' : 'everybody');
  const saving = useSaveService(service?.id, onClose);

  function save() {
    // None listed would mean everybody to the server.
    if (openTo === 'some' && company_ids.length === 0)
      return form.setErrors({ company_ids: t('services.companies_missing') });
    const said = { ...form.values, company_ids: openTo === 'some' ? company_ids : [] };
    saving.mutate(said, { onError: form.refuse });
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
        <TextInput label={t('services.name')} data-autofocus maxLength={255} {...form.text('name')} />
        <Textarea
          label={t('services.description')}
          description={t('services.description_hint')}
          rows={3}
          maxLength={2000}
          {...form.text('description')}
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
          <CompaniesField label={t('services.companies')} {...form.value('company_ids')} />
        )}
        <Text size="sm" c="dimmed">
          {t('services.inherited')}
        </Text>
      </Form>
    </Dialog>
  );
}
