import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrganisationStep } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { Form } from '@/ui/Form';
import { grouped } from './plan';
import { useStepWords } from './useStepWords';

type Props = { steps: OrganisationStep[]; onClose: () => void; onApply: () => void };

/** Asks before it is done, and names what is deleted. */
export function ApplyDialog({ steps, onClose, onApply }: Props) {
  const { t } = useTranslation();
  const words = useStepWords();
  const deleted = steps.filter(({ action }) => action === 'delete');
  return (
    <Dialog title={t('organisation.apply_title')} onClose={onClose}>
      <Form
        error={undefined}
        busy={false}
        onSubmit={onApply}
        submit={t('organisation.apply')}
        onCancel={onClose}
        danger={deleted.length > 0}
      >
        <Stack gap="sm">
          <List spacing={4}>
            {grouped(steps).map(({ action, steps: own }) => (
              <List.Item key={action}>
                {words.count(action, own.length, 'todo')}
                {action === 'delete' &&
                  `: ${own.map(({ kind, name }) => `${words.kind(kind)} ${name}`).join(', ')}`}
              </List.Item>
            ))}
          </List>
          <Text size="sm" c="dimmed">
            {t('organisation.apply_detail')}
          </Text>
        </Stack>
      </Form>
    </Dialog>
  );
}
