import type { ContactMethod, ContactMethodKind } from '@/api/types';

export const KINDS: readonly ContactMethodKind[] = ['email', 'sms', 'phone'];

const ICONS = { email: 'mail', sms: 'message', phone: 'phone' } as const;

export const iconOf = (kind: ContactMethodKind) => ICONS[kind];

/** An e-mail address is confirmed by whoever reads it; a number needs no confirmation. */
export const isUnconfirmed = ({ kind, verified_at }: ContactMethod) => kind === 'email' && !verified_at;
