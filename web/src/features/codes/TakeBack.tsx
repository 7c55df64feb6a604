import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { grouped } from './mail';
import { useTakeBack } from './queries';

export function TakeBack({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  const taking = useTakeBack(onClose);
  return (
    <Dialog title={t('codes.take_back_title', { code: grouped(code) })} onClose={onClose}>
      <Form
        error={taking.error}
        busy={taking.isPending}
        onSubmit={() => taking.mutate(code)}
        submit={t('codes.take_back')}
        onCancel={onClose}
        danger
      >
        <Text>{t('codes.take_back_detail')}</Text>
      </Form>
    </Dialog>
  );
}
