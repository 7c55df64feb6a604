import type {
  RequestLogoData,
  RequestLogoResponse,
  RestoreDefaultsData,
  RestoreDefaultsResponse,
  SettingsInput,
  ShowBrandData,
  ShowBrandResponse,
  ShowCompanySettingsData,
  ShowCompanySettingsResponse,
  ShowSettingsData,
  ShowSettingsResponse,
  UpdateCompanySettingsData,
  UpdateCompanySettingsResponse,
  UpdateSettingsData,
  UpdateSettingsResponse,
} from './generated';
import { api } from './http';
import { upload } from './transfer';

/** A merge patch: null takes back what was said. */
export type SettingsPatch = { [Key in keyof SettingsInput]?: SettingsInput[Key] | null };

export const getSettings = (signal?: AbortSignal) =>
  api.show<ShowSettingsData, ShowSettingsResponse>({ url: '/v1/settings' }, signal);

export const saveSettings = (patch: SettingsPatch, ifMatch: string | undefined) =>
  api.change<UpdateSettingsData, UpdateSettingsResponse>(
    { url: '/v1/settings', body: patch as SettingsInput },
    ifMatch,
  );

export const getCompanySettings = (id: string, signal?: AbortSignal) =>
  api.show<ShowCompanySettingsData, ShowCompanySettingsResponse>(
    { url: '/v1/companies/{id}/settings', path: { id } },
    signal,
  );

export const saveCompanySettings = (id: string, patch: SettingsPatch, ifMatch: string | undefined) =>
  api.change<UpdateCompanySettingsData, UpdateCompanySettingsResponse>(
    { url: '/v1/companies/{id}/settings', path: { id }, body: patch as SettingsInput },
    ifMatch,
  );

export const restoreDefaults = () =>
  api.post<RestoreDefaultsData, RestoreDefaultsResponse>({ url: '/v1/settings/restore' });

/** Announces a logo and uploads it; the server reads it by itself when it is there. */
export async function sendLogo(file: File, signal: AbortSignal): Promise<void> {
  const asked = await api.post<RequestLogoData, RequestLogoResponse>({
    url: '/v1/settings/logo',
    body: { size: file.size },
  });
  await upload(asked.upload, file, () => undefined, signal);
}

export const getBrand = (account_id: string, signal: AbortSignal) =>
  api.get<ShowBrandData, ShowBrandResponse>({ url: '/v1/brands/{account_id}', path: { account_id } }, signal);
