import { api } from './http';
import { Problem } from './problem';
import { beginSession, endSession } from './session';
import type { Activation, SignIn } from './types';

export async function signIn(login: string, password: string): Promise<void> {
  beginSession(await api.post<SignIn>('/v1/sign-in', { login, password }));
}

/** A sign-in that has already ended (401) is as good as a sign-out; only a fault keeps the session. */
export async function signOut(): Promise<void> {
  try {
    await api.delete<void>('/v1/sign-in');
  } catch (error) {
    if (Problem.of(error).status !== 401) throw error;
  }
  endSession();
}

export const requestPasswordReset = (login: string) => api.post<void>('/v1/password-resets', { login });

export const resetPassword = (token: string, password: string) =>
  api.put<void>(`/v1/password-resets/${encodeURIComponent(token)}`, { password });

export const getActivation = (token: string) =>
  api.get<Activation>(`/v1/activations/${encodeURIComponent(token)}`);

export const activate = (token: string, password: string) =>
  api.put<void>(`/v1/activations/${encodeURIComponent(token)}`, { password });
