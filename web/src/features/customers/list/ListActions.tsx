import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import { ButtonLink } from '@/ui/links';
import { ExportButton } from './ExportButton';

export function ListActions() {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <ExportButton />
      <ButtonLink to="/customers/new" leftSection={<Icon name="plus" size={16} />}>
        {t('customers.new')}
      </ButtonLink>
    </Group>
  );
}
