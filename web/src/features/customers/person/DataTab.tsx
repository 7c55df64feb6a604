import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveData } from '@/api/customers';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Icon } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { DeleteDialog } from './DeleteDialog';

/** What the law gives a person: all that is kept of them, and that nothing is kept any more. */
export function DataTab({ known }: { known: Versioned<Person> }) {
  const { t } = useTranslation();
  const mayManage = useMay('manage_customers');
  const [deleting, setDeleting] = useState(false);
  const save = useMutation({ mutationFn: () => saveData(known.thing.id) });
  return (
    <Stack gap="md">
      <Panel title={t('customer.data_title')}>
        <Text c="dimmed" mb="sm" maw={640}>
          {t('customer.data_detail')}
        </Text>
        <Button
          variant="default"
          leftSection={<Icon name="save" size={16} />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('customer.data_save')}
        </Button>
        {save.isError && <ErrorNotice error={save.error} />}
      </Panel>
      {mayManage && (
        <Panel title={t('customer.delete_title')}>
          <Text c="dimmed" mb="sm" maw={640}>
            {t('customer.delete_intro')}
          </Text>
          <Button
            variant="outline"
            color="red"
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
