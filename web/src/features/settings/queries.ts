import { queryOptions } from '@tanstack/react-query';
import { ofOne } from '@/api/pages';
import { getCompanySettings, getSettings } from '@/api/settings';

/** A picture is read within a moment. */
const SOON = 1500;

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => getSettings(signal),
  refetchInterval: (query) => (query.state.data?.thing.logo_pending ? SOON : false),
});

export const companySettingsQuery = (id: string) =>
  queryOptions({
    ...ofOne,
    queryKey: ['settings', 'company', id],
    queryFn: ({ signal }) => getCompanySettings(id, signal),
  });
