import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { lazyPart } from '@/ui/lazyPart';
import { Panel } from '@/ui/Panel';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { AccessFields } from './AccessFields';
import classes from './CustomerForm.module.css';
import { ContactFields, MailFields, PersonFields } from './fields';
import type { CustomerFormState } from './useCustomerForm';

type Props = { state: CustomerFormState; isNew?: boolean; submit: string; cancel: ReactNode };

const ConflictNotice = lazyPart(() => import('./ConflictNotice').then((module) => module.ConflictNotice));

/** All that can be said of a customer, in parts: who, how to reach, access, mails. */
export function CustomerForm({ state, isNew, submit, cancel }: Props) {
  const { t } = useTranslation();
  const { form } = state;
  useLeaveGuard(state.dirty && !state.saving && !state.saved);
  return (
    <form ref={state.node} className={classes.form} onSubmit={state.submit} noValidate>
      <ConflictNotice state={state} />
      <Panel title={t('customer.part_person')}>
        <PersonFields form={form} />
      </Panel>
      <Panel title={t('customer.part_contact')}>
        <ContactFields form={form} />
      </Panel>
      <Panel title={t('customer.part_access')}>
        <AccessFields form={form} />
        {isNew && form.values.portal_access !== 'none' && (
          <Checkbox
            mt="md"
            label={t('customer.send_activation')}
            description={t('customer.send_activation_hint')}
            {...form.tick('send_activation')}
          />
        )}
      </Panel>
      <Panel title={t('customer.part_mails')}>
        <MailFields form={form} />
      </Panel>
      <div className={classes.foot}>
        {state.error && (
          <div className={classes.whole}>
            <ErrorNotice error={state.error} />
          </div>
        )}
        <Button type="submit" loading={state.saving} disabled={!isNew && !state.dirty}>
          {submit}
        </Button>
        {cancel}
      </div>
    </form>
  );
}
