import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useFields } from '@/ui/useFields';
import { useSaveCompany } from './queries';

type Props = { company?: Company; onClose: () => void; onSaved?: (company: Company) => void };

/** A new company, or another name for one. */
export function CompanyDialog({ company, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const form = useFields({ name: company?.name ?? '' });
  const saving = useSaveCompany(company?.id, (saved) => {
    onClose();
    onSaved?.(saved);
  });
  return (
    <Dialog
      title={company ? t('companies.rename_title', { name: company.name }) : t('companies.new')}
      onClose={onClose}
    >
      <Form
        error={saving.error}
        busy={saving.isPending}
        onSubmit={() => saving.mutate(form.values.name, { onError: form.refuse })}
        submit={company ? t('common.save') : t('companies.create')}
        onCancel={onClose}
      >
        <TextInput label={t('companies.name')} data-autofocus maxLength={255} {...form.text('name')} />
      </Form>
    </Dialog>
  );
}
