import type {
  ActivateData,
  BeginSignInData,
  BeginSignInResponse,
  EndSignInData,
  FinishSignInData,
  FinishSignInResponse,
  RequestPasswordResetData,
  ResetPasswordData,
  ShowActivationData,
  ShowActivationResponse,
  TakeLoginData,
  TakeLoginResponse,
} from './generated';
import { api } from './http';
import { Problem } from './problem';
import { leaveSeat } from './seats';
import { staff } from './session';
import type { Challenge, LoginsTaken, SignIn } from './types';

/** What stands between somebody who is known and their session. */
export type Halt = Challenge | LoginsTaken;

function enter<Halted extends Halt>(answer: SignIn | Halted): Halted | undefined {
  if (!('access_token' in answer)) return answer;
  staff.begin(answer);
  return undefined;
}

/** Signs in; answers what has to come first where two-factor sign-in is on, or where all logins of the team are taken. */
export const signIn = async (login: string, password: string): Promise<Halt | undefined> =>
  enter(
    await api.post<BeginSignInData, BeginSignInResponse>({ url: '/v1/sign-in', body: { login, password } }),
  );

/** The second step: a code of the app, or a recovery code. */
export const finishSignIn = async (challenge: string, code: string): Promise<LoginsTaken | undefined> =>
  enter(
    await api.post<FinishSignInData, FinishSignInResponse>({
      url: '/v1/sign-in/totp',
      body: { challenge, code },
    }),
  );

/** Takes a login of the team: one that has become free (null), or that of somebody who is idle. */
export const takeLogin = async (ticket: string, displace: string | null): Promise<LoginsTaken | undefined> =>
  enter(
    await api.post<TakeLoginData, TakeLoginResponse>({
      url: '/v1/sign-in/login',
      body: { ticket, displace },
    }),
  );

/**
 * Signs out; whoever waits for the shared seat has it. A sign-in that has already ended (401) is as good as a sign-out; only a
 * fault keeps the session.
 */
export async function signOut(): Promise<void> {
  try {
    await leaveSeats();
    await api.delete<EndSignInData>({ url: '/v1/sign-in' });
  } catch (error) {
    if (Problem.of(error).status !== 401) throw error;
  }
  staff.end();
}

/** A seat that is not given back is free after a while all the same. */
async function leaveSeats(): Promise<void> {
  const session = staff.current();
  if (session.state !== 'signed-in') return;
  const { seats } = session.user;
  const shared = (['remote_support', 'service_desk'] as const).filter((module) => seats[module] === 'shared');
  await Promise.allSettled(shared.map(leaveSeat));
}

export const requestPasswordReset = (login: string) =>
  api.post<RequestPasswordResetData>({ url: '/v1/password-resets', body: { login } });

export const resetPassword = (token: string, password: string) =>
  api.put<ResetPasswordData>({ url: '/v1/password-resets/{token}', path: { token }, body: { password } });

export const getActivation = (token: string) =>
  api.get<ShowActivationData, ShowActivationResponse>({ url: '/v1/activations/{token}', path: { token } });

export const activate = (token: string, password: string) =>
  api.put<ActivateData>({ url: '/v1/activations/{token}', path: { token }, body: { password } });
