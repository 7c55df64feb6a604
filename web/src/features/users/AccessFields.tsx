import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { LazyCompaniesField } from '@/choices/LazyCompaniesField';
import { ModuleFields } from './ModuleFields';
import classes from './UserForm.module.css';
import type { UserForm } from './useUserForm';
import { hasAccount } from './values';

type Props = {
  form: Pick<UserForm, 'values' | 'errors' | 'set'>;
  user?: Member;
};

/** Whose data they see, and which parts of the product are open to them by which seats. */
export function AccessFields({ form, user }: Props) {
  const { t } = useTranslation();
  const { values, errors, set } = form;
  const { role, company_access: access } = values;
  return (
    <>
      {hasAccount(role) ? (
        <Text c="dimmed">{t(`users.whole_${role}`)}</Text>
      ) : (
        <Radio.Group
          label={t('users.companies')}
          description={t('users.companies_hint')}
          value={access === 'all' ? 'all' : 'some'}
          onChange={(to) => set('company_access', to === 'all' ? 'all' : [])}
        >
          <Stack gap="xs" pt={8}>
            <Radio value="all" label={t('users.companies_all')} />
            <Radio value="some" label={t('users.companies_some')} />
          </Stack>
        </Radio.Group>
      )}
      {!hasAccount(role) && access !== 'all' && (
        <div className={classes.more}>
          <LazyCompaniesField
            label={t('users.companies_which')}
            value={access}
            onChange={(ids) => set('company_access', ids)}
            error={errors.company_access}
          />
        </div>
      )}
      {role !== 'api_manager' && <ModuleFields form={form} held={user?.seats} />}
    </>
  );
}
