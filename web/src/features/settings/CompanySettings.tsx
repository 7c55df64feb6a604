import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Versioned } from '@/api/http';
import { useMay } from '@/api/permissions';
import { saveCompanySettings } from '@/api/settings';
import type { Settings } from '@/api/types';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { KnownSettings } from './KnownSettings';
import { companySettingsQuery } from './queries';
import { SettingsForm } from './SettingsForm';

/** What holds in a company: its own settings, and those that it has from the account (SET-1). */
export function CompanySettings({ id }: { id: string }) {
  const mayChange = useMay('manage_settings');
  const settings = useQuery(companySettingsQuery(id));
  return (
    <>
      {settings.isError && <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Skeleton h={480} />}
      {settings.data && mayChange && <Changing id={id} known={settings.data} />}
      {settings.data && !mayChange && <KnownSettings settings={settings.data.thing} level="company" />}
    </>
  );
}

function Changing({ id, known }: { id: string; known: Versioned<Settings> }) {
  const queries = useQueryClient();
  const { queryKey } = companySettingsQuery(id);
  const source = {
    level: 'company' as const,
    known,
    save: async (patch: Parameters<typeof saveCompanySettings>[1], etag: string | undefined) => {
      queries.setQueryData(queryKey, await saveCompanySettings(id, patch, etag));
    },
    reload: () => queries.refetchQueries({ queryKey }),
  };
  return <SettingsForm source={source} />;
}
