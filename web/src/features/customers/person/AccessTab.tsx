import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import type { Person } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { AccessFields } from '../form/AccessFields';
import { ConflictNotice } from '../form/ConflictNotice';
import { useCustomerForm } from '../form/useCustomerForm';
import { AccessFacts } from './AccessFacts';
import { ActivationPanel } from './ActivationPanel';

export function AccessTab({ known }: { known: Versioned<Person> }) {
  const mayManage = useMay('manage_customers');
  if (!mayManage) return <AccessFacts person={known.thing} />;
  return (
    <Stack gap="md">
      <ActivationPanel person={known.thing} />
      <AccessForm known={known} />
    </Stack>
  );
}

function AccessForm({ known }: { known: Versioned<Person> }) {
  const { t } = useTranslation();
  const state = useCustomerForm(known, () => undefined);
  useLeaveGuard(state.dirty && !state.saving);
  return (
    <form ref={state.node} onSubmit={state.submit} noValidate>
      <Stack gap="md">
        <ConflictNotice state={state} />
        <Panel title={t('customer.part_access')}>
          <AccessFields form={state.form} />
          <Group mt="md" gap="xs">
            <Button type="submit" loading={state.saving} disabled={!state.dirty}>
              {t('common.save')}
            </Button>
            {state.dirty && (
              <Button variant="default" onClick={state.reset}>
                {t('customer.discard')}
              </Button>
            )}
          </Group>
        </Panel>
        {state.error && <ErrorNotice error={state.error} />}
        {state.saved && !state.dirty && <Notice tone="good" title={t('customer.done_saved')} />}
      </Stack>
    </form>
  );
}
