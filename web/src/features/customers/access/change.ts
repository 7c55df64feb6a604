import type { Access, AccessChangeInput, PortalAccess } from '@/api/types';
import type { Selection } from '../list/useSelection';
import { isFiltered } from '../search';

/** What is to become of one service: left out, it stays as it is. */
export type ServiceChange = Access | 'take';

export type Change = {
  portal_access: PortalAccess | undefined;
  services: Record<string, ServiceChange>;
  send_mail: boolean;
};

export const NO_CHANGE: Change = { portal_access: undefined, services: {}, send_mail: false };

export const changesSomething = ({ portal_access, services }: Change) =>
  portal_access !== undefined || Object.keys(services).length > 0;

export function withService(change: Change, id: string, to: ServiceChange | undefined): Change {
  const { [id]: _, ...others } = change.services;
  return { ...change, services: to ? { ...others, [id]: to } : others };
}

/** As the API wants it said: for whom in exactly one way. */
export function inputOf(selection: Selection, change: Change): AccessChangeInput {
  const entries = Object.entries(change.services);
  const input: AccessChangeInput = {
    portal_access: change.portal_access,
    set_services: entries.flatMap(([service_id, access]) =>
      access === 'take' ? [] : { service_id, access },
    ),
    remove_services: entries.flatMap(([id, access]) => (access === 'take' ? id : [])),
    send_mail: change.send_mail,
  };
  if (selection.kind === 'some') return { ...input, customer_ids: [...selection.customers.keys()] };
  return isFiltered(selection.filter) ? { ...input, filter: selection.filter } : { ...input, all: true };
}
