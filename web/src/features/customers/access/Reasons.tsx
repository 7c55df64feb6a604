import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessChange } from '@/api/types';

/** Why customers are skipped, the most frequent reason first. */
export function Reasons({ reasons }: Pick<AccessChange, 'reasons'>) {
  const { t } = useTranslation();
  return (
    <List size="sm" spacing={2}>
      {[...reasons]
        .sort((one, other) => other.customers - one.customers)
        .map(({ code, message, customers }) => (
          <List.Item key={code}>{t('access_change.reason', { count: customers, reason: message })}</List.Item>
        ))}
    </List>
  );
}
