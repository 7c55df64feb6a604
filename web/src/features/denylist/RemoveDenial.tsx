import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Denial } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useRemoveDenial } from './queries';

export function RemoveDenial({ denial, onClose }: { denial: Denial; onClose: () => void }) {
  const { t } = useTranslation();
  const removing = useRemoveDenial(onClose);
  return (
    <Dialog title={t('denylist.remove_title', { hint: denial.hint })} onClose={onClose}>
      <Form
        error={removing.error}
        busy={removing.isPending}
        onSubmit={() => removing.mutate(denial.id)}
        submit={t('denylist.remove')}
        onCancel={onClose}
        danger
      >
        <Text>{t('denylist.remove_detail')}</Text>
      </Form>
    </Dialog>
  );
}
