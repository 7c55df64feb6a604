import type {
  BeginPortalSignInData,
  BeginPortalSignInResponse,
  EndPortalSignInData,
  Preferences,
  RequestPortalPasswordResetData,
  ShowPortalMeData,
  ShowPortalMeResponse,
  UpdatePortalMeData,
  UpdatePortalMeResponse,
} from './generated';
import { api } from './http';
import { Problem } from './problem';
import { portal } from './session';

export async function enterPortal(account: string, email: string, password: string): Promise<void> {
  portal.begin(
    await api.post<BeginPortalSignInData, BeginPortalSignInResponse>({
      url: '/v1/portal/sign-in',
      body: { account_id: account, email, password },
    }),
  );
}

/** A sign-in that has already ended (401) is as good as a sign-out; only a fault keeps the session. */
export async function leavePortal(): Promise<void> {
  try {
    await api.delete<EndPortalSignInData>({ url: '/v1/portal/sign-in' });
  } catch (error) {
    if (Problem.of(error).status !== 401) throw error;
  }
  portal.end();
}

export const requestPortalReset = (account: string, email: string) =>
  api.post<RequestPortalPasswordResetData>({
    url: '/v1/portal/password-resets',
    body: { account_id: account, email },
  });

export const getPortalMe = (signal?: AbortSignal) =>
  api.get<ShowPortalMeData, ShowPortalMeResponse>({ url: '/v1/portal/me' }, signal);

/** The server reads the language of its messages from the access token, hence a new one. */
export async function savePreferences(wanted: Partial<Preferences>): Promise<UpdatePortalMeResponse> {
  const saved = await api.patch<UpdatePortalMeData, UpdatePortalMeResponse>({
    url: '/v1/portal/me',
    body: wanted,
  });
  if (wanted.locale || wanted.time_zone) await portal.refresh();
  return saved;
}
