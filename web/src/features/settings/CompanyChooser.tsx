import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CompanySelect } from '@/choices/CompanySelect';
import { Panel } from '@/ui/Panel';
import classes from './Settings.module.css';

/** To the settings of a company. */
export function CompanyChooser() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Panel title={t('settings.companies')}>
      <div className={classes.chooser}>
        <Text c="dimmed" mb="xs">
          {t('settings.companies_hint')}
        </Text>
        <CompanySelect
          label={t('customers.company')}
          value={undefined}
          onChange={(id) => id && void navigate({ to: '/companies/$id/settings', params: { id } })}
        />
      </div>
    </Panel>
  );
}
