import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { AnchorLink } from '@/ui/links';
import { useDeleteCompany } from './queries';

/** Asks; and where customers or devices are left, the server's refusal says so and the links lead to them. */
export function DeleteCompany({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useTranslation();
  const deleting = useDeleteCompany(onClose);
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
        <AnchorLink to="/customers" search={{ company_id: company.id }} size="sm">
          {t('companies.see_customers')}
        </AnchorLink>
        <AnchorLink to="/devices" search={{ company_id: company.id }} size="sm">
          {t('companies.see_devices')}
        </AnchorLink>
      </Form>
    </Dialog>
  );
}
