import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Service } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useRetireService } from './queries';

export function RetireService({ service, onClose }: { service: Service; onClose: () => void }) {
  const { t } = useTranslation();
  const retiring = useRetireService(onClose);
  return (
    <Dialog title={t('services.retire_title', { name: service.name })} onClose={onClose}>
      <Form
        error={retiring.error}
        busy={retiring.isPending}
        onSubmit={() => retiring.mutate(service.id)}
        submit={t('services.retire_submit')}
        onCancel={onClose}
        danger
      >
        <Text>{t('services.retire_detail')}</Text>
      </Form>
    </Dialog>
  );
}
