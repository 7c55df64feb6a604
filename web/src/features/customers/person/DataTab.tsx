import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveData } from '@/api/customers';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { Icon } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { SaveButton } from '@/ui/SaveButton';
import { DeleteDialog } from './DeleteDialog';

/** What the law gives a person: all that is kept of them, and that nothing is kept any more. */
export function DataTab({ known }: { known: Versioned<Person> }) {
  const { t } = useTranslation();
  const mayManage = useMay('manage_customers');
  const [deleting, setDeleting] = useState(false);
  return (
    <Stack gap="md">
      <Panel title={t('customer.data_title')}>
        <Text c="dimmed" mb="sm" maw={640}>
          {t('customer.data_detail')}
        </Text>
        <SaveButton label={t('customer.data_save')} save={() => saveData(known.thing.id)} />
      </Panel>
      {mayManage && (
        <Panel title={t('customer.delete_title')}>
          <Text c="dimmed" mb="sm" maw={640}>
            {t('customer.delete_intro')}
          </Text>
          <Button
            variant="default"
            c="var(--mantine-color-error)"
            leftSection={<Icon name="trash" size={16} />}
            onClick={() => setDeleting(true)}
          >
            {t('customer.delete')}
          </Button>
          {deleting && <DeleteDialog known={known} onClose={() => setDeleting(false)} />}
        </Panel>
      )}
    </Stack>
  );
}
