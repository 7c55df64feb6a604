import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import type { Member } from '@/api/types';
import { UserForm } from './UserForm';
import { useUserForm } from './useUserForm';

/** A known user, to be changed by those who may. */
export function ChangeUser({ known }: { known: Versioned<Member> }) {
  const { t } = useTranslation();
  const state = useUserForm(known, () => undefined);
  return <UserForm state={state} user={known.thing} submit={t('common.save')} />;
}
