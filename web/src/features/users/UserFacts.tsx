import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { CompanyNames } from '@/choices/CompanyNames';
import { EmailText } from '@/ui/EmailText';
import { Facts } from '@/ui/Facts';
import { Panel } from '@/ui/Panel';
import { useFormat } from '@/ui/useFormat';

/** The same as the form, for those who may look only. */
export function UserFacts({ user }: { user: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { login, email, screen_name, locale, time_zone, company_access: access, modules } = user;
  return (
    <Stack gap="md">
      <Panel title={t('users.part_person')}>
        <Facts
          facts={[
            { name: t('users.login'), value: <EmailText>{login}</EmailText> },
            { name: t('users.email'), value: <EmailText>{email}</EmailText> },
            { name: t('users.screen_name'), value: screen_name },
            { name: t('users.locale'), value: format.language(locale) },
            { name: t('users.time_zone'), value: time_zone },
          ]}
        />
      </Panel>
      <Panel title={t('users.part_access')}>
        <Facts
          facts={[
            {
              name: t('users.companies'),
              value: access === 'all' ? t('users.all') : <CompanyNames ids={access} />,
            },
            {
              name: t('users.modules'),
              value: format.list(modules.map((module) => t(`users.module.${module}`))),
            },
          ]}
        />
      </Panel>
    </Stack>
  );
}
