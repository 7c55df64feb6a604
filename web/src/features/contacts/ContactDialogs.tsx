import type { Contact, ContactMethod } from '@/api/types';
import { ContactDialog } from './ContactDialog';
import { DeleteContact } from './DeleteContact';
import { MethodDialog } from './MethodDialog';
import { RemoveMethod } from './RemoveMethod';
import { SendDialog } from './SendDialog';

/** What is being done, and to whom. */
export type Open =
  | { what: 'new'; company: string | undefined }
  | { what: 'edit' | 'delete' | 'add' | 'added'; contact: Contact }
  | { what: 'change' | 'remove' | 'test' | 'ask'; contact: Contact; method: ContactMethod };

type Props = { open: Open | undefined; onOpen: (open: Open) => void; onClose: () => void };

export function ContactDialogs({ open, onOpen, onClose }: Props) {
  switch (open?.what) {
    case 'new':
      return (
        <ContactDialog
          company={open.company}
          onAdded={(contact) => onOpen({ what: 'added', contact })}
          onClose={onClose}
        />
      );
    case 'edit':
      return <ContactDialog contact={open.contact} onClose={onClose} />;
    case 'delete':
      return <DeleteContact contact={open.contact} onClose={onClose} />;
    case 'add':
    case 'added':
      return <MethodDialog contact={open.contact} isNew={open.what === 'added'} onClose={onClose} />;
    case 'change':
      return <MethodDialog contact={open.contact} method={open.method} onClose={onClose} />;
    case 'remove':
      return <RemoveMethod contact={open.contact} method={open.method} onClose={onClose} />;
    case 'test':
    case 'ask':
      return (
        <SendDialog
          contact={open.contact}
          method={open.method}
          asks={open.what === 'ask'}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}
