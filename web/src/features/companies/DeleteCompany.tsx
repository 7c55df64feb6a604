import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useDeleteCompany } from './queries';

type Props = { company: Company; onClose: () => void; onDeleted: () => void; onMerge: () => void };

/** Asks; and where anything is left, the server's refusal says what, and merging is the other way. */
export function DeleteCompany({ company, onClose, onDeleted, onMerge }: Props) {
  const { t } = useTranslation();
  const deleting = useDeleteCompany(onDeleted);
  return (
    <Dialog title={t('companies.delete_title', { name: company.name })} onClose={onClose}>
      <Form
        error={deleting.error}
        busy={deleting.isPending}
        onSubmit={() => deleting.mutate(company.id)}
        submit={t('companies.delete')}
        onCancel={onClose}
        danger
      >
        <Text>{t('companies.delete_detail')}</Text>
        {deleting.isError && (
          <div>
            <Button variant="light" onClick={onMerge}>
              {t('merge.instead')}
            </Button>
          </div>
        )}
      </Form>
    </Dialog>
  );
}
