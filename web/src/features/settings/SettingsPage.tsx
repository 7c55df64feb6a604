import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '@/api/http';
import { renewMe } from '@/api/me';
import { useMay } from '@/api/permissions';
import { saveSettings } from '@/api/settings';
import type { AccountSettings } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { PageHeader } from '@/ui/PageHeader';
import { CompanyChooser } from './CompanyChooser';
import { KnownSettings } from './KnownSettings';
import { LogoPanel } from './LogoPanel';
import { MailPreview } from './MailPreview';
import classes from './Parts.module.css';
import { settingsQuery } from './queries';
import { RestoreDefaults } from './RestoreDefaults';
import { SettingsForm } from './SettingsForm';

/** What holds for the whole account (SET-1). */
export function SettingsPage() {
  const { t } = useTranslation();
  const mayChange = useMay('manage_settings');
  const settings = useQuery(settingsQuery);
  return (
    <>
      <PageHeader title={t('settings.title')} subtitle={t('settings.intro')} />
      {settings.isError && <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Skeleton h={480} />}
      {settings.data && mayChange && <Changing known={settings.data} />}
      {settings.data && !mayChange && <KnownSettings settings={settings.data.thing} level="account" />}
      <div className={classes.row}>
        <CompanyChooser />
        {mayChange && <RestoreDefaults />}
      </div>
    </>
  );
}

function Changing({ known }: { known: Versioned<AccountSettings> }) {
  const queries = useQueryClient();
  const source = {
    level: 'account' as const,
    known,
    save: async (patch: Parameters<typeof saveSettings>[0], etag: string | undefined) => {
      queries.setQueryData(settingsQuery.queryKey, await saveSettings(patch, etag));
      // Those of companies inherit; and the frame around the page shows name, colour and word.
      void queries.invalidateQueries({ queryKey: [...settingsQuery.queryKey, 'company'] });
      await renewMe();
    },
    reload: () => queries.refetchQueries({ queryKey: settingsQuery.queryKey, exact: true }),
  };
  const logo = known.thing.logo.value;
  return (
    <SettingsForm
      source={source}
      logo={<LogoPanel settings={known.thing} />}
      preview={({ name, accent_colour }) => <MailPreview logo={logo} name={name} colour={accent_colour} />}
    />
  );
}
