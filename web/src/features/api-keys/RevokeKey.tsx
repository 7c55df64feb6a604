import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { useRevokeApiKey } from './queries';

export function RevokeKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation();
  const revoking = useRevokeApiKey(onClose);
  return (
    <Dialog title={t('api_keys.revoke_title', { name: apiKey.name })} onClose={onClose}>
      <Form
        error={revoking.error}
        busy={revoking.isPending}
        onSubmit={() => revoking.mutate(apiKey.id)}
        submit={t('api_keys.revoke_submit')}
        onCancel={onClose}
        danger
      >
        <Text>{t('api_keys.revoke_detail')}</Text>
      </Form>
    </Dialog>
  );
}
