import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { Form } from '@/ui/Form';
import { Notice } from '@/ui/Notice';
import { Panel } from '@/ui/Panel';
import { Said } from '@/ui/Said';
import { useLeaveGuard } from '@/ui/useLeaveGuard';
import { AccessFields } from './AccessFields';
import { PersonFields } from './PersonFields';
import { RoleFields } from './RoleFields';
import classes from './UserForm.module.css';
import type { useUserForm } from './useUserForm';

type Props = {
  state: ReturnType<typeof useUserForm>;
  /** Who changes; nobody for a new one. */
  user?: Member;
  submit: string;
  onCancel?: () => void;
};

/** Who they are, what they may do, and where. */
export function UserForm({ state, user, submit, onCancel }: Props) {
  const { t } = useTranslation();
  const { form, merged, saved, dirty } = state;
  useLeaveGuard(dirty && !state.saving && !(saved && !user));
  return (
    <Form
      error={state.error}
      busy={state.saving}
      onSubmit={state.submit}
      submit={submit}
      onCancel={onCancel}
      disabled={user !== undefined && !dirty}
      said={user && <Said>{saved && !dirty && t('users.saved')}</Said>}
    >
      {merged && (
        <Notice tone="warn" title={t('users.stale_title')}>
          {t('users.stale_merged')}
        </Notice>
      )}
      <div className={classes.parts}>
        <Panel title={t('users.part_person')}>
          <PersonFields form={form} user={user} />
        </Panel>
        <Panel title={t('users.part_role')}>
          <RoleFields form={form} user={user} />
        </Panel>
        <Panel title={t('users.part_access')}>
          <AccessFields form={form} user={user} />
        </Panel>
      </div>
    </Form>
  );
}
