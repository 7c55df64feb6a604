import type { ListAuditData, ListAuditResponse } from './generated';
import { api } from './http';

export type ActivationState = { state: 'activated' | 'invited' | 'unknown'; at?: string };

const STATES = {
  'customer.activated': 'activated',
  'customer.password_reset': 'activated',
  'customer.invited': 'invited',
} as const;

const isTelling = (action: string): action is keyof typeof STATES => action in STATES;

/** The newest entry about a customer that tells whether they have been invited, or have set a password. */
export async function lastActivation(
  id: string,
  from: string,
  signal: AbortSignal,
): Promise<ActivationState> {
  const { items } = await api.get<ListAuditData, ListAuditResponse>(
    { url: '/v1/audit', query: { subject: id, action: 'customer', from, limit: 50 } },
    signal,
  );
  const telling = items.flatMap(({ action, at }) =>
    isTelling(action) ? [{ state: STATES[action], at }] : [],
  );
  return telling.find(({ state }) => state === 'activated') ?? telling[0] ?? { state: 'unknown' };
}
