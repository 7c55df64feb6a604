import type {
  ChangePasswordData,
  EndOneSignInData,
  ListSignInsData,
  ListSignInsResponse,
  Profile,
  RequestTotpData,
  RequestTotpResponse,
  SwitchTotpOffData,
  SwitchTotpOnData,
  SwitchTotpOnResponse,
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

/** A secret for an authenticator app; nothing changes until its first code is shown. */
export const requestTotp = (present_password: string) =>
  api.post<RequestTotpData, RequestTotpResponse>({ url: '/v1/me/totp', body: { present_password } });

/** Answers the recovery codes, which are shown once. */
export async function switchTotpOn(code: string): Promise<string[]> {
  const answer = await api.put<SwitchTotpOnData, SwitchTotpOnResponse>({
    url: '/v1/me/totp',
    body: { code },
  });
  return answer.recovery_codes;
}

export const switchTotpOff = (code: string) =>
  api.delete<SwitchTotpOffData>({ url: '/v1/me/totp', body: { code } });

/** Asks anew who is signed in, after something about them has changed. */
export const renewMe = () => staff.refresh();

export const listSignIns = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListSignInsData, ListSignInsResponse>(
    { url: '/v1/me/sign-ins', query: { cursor, limit: 50 } },
    signal,
  );

export const endSignIn = (id: string) =>
  api.delete<EndOneSignInData>({ url: '/v1/me/sign-ins/{id}', path: { id } });
