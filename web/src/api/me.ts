import type {
  ChangePasswordData,
  EndOneSignInData,
  ListSignInsData,
  ListSignInsResponse,
  Profile,
  UpdateMeData,
  UpdateMeResponse,
} from './generated';
import { api } from './http';
import { staff } from './session';
import type { Locale } from './types';

/** The server writes messages and mail in their language; it reads it from the access token, hence a new one. */
export async function saveProfile(profile: Profile): Promise<UpdateMeResponse> {
  const saved = await api.patch<UpdateMeData, UpdateMeResponse>({ url: '/v1/me', body: profile });
  await staff.refresh();
  return saved;
}

export const saveLocale = (locale: Locale) => saveProfile({ locale });

export const changePassword = (present_password: string, password: string) =>
  api.put<ChangePasswordData>({ url: '/v1/me/password', body: { present_password, password } });

export const listSignIns = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListSignInsData, ListSignInsResponse>(
    { url: '/v1/me/sign-ins', query: { cursor, limit: 50 } },
    signal,
  );

export const endSignIn = (id: string) =>
  api.delete<EndOneSignInData>({ url: '/v1/me/sign-ins/{id}', path: { id } });
