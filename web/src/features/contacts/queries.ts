import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addMethod,
  type ContactFilter,
  changeContact,
  changeMethod,
  createContact,
  deleteContact,
  listContacts,
  removeMethod,
} from '@/api/contacts';
import { byCursor, firstFilled } from '@/api/pages';
import type { Contact, ContactInput, ContactMethodInput } from '@/api/types';

export const contactPagesQuery = (filter: ContactFilter) =>
  infiniteQueryOptions({
    ...byCursor,
    queryKey: ['contacts', filter],
    queryFn: ({ pageParam, signal }) =>
      firstFilled((cursor) => listContacts(filter, cursor, signal), pageParam),
    placeholderData: keepPreviousData,
  });

/** What changes a contact; the list shows it. */
export function useContactChange<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['contacts'] });
      onDone(answer);
    },
  });
}

/** Adds a contact, or changes the one with this id. */
export const useSaveContact = (id: string | undefined, onDone: (contact: Contact) => void) =>
  useContactChange((input: ContactInput) => (id ? changeContact(id, input) : createContact(input)), onDone);

export const useDeleteContact = (onDone: () => void) => useContactChange(deleteContact, onDone);

/** Adds a method to a contact, or changes the one with this id. */
export const useSaveMethod = (contact: string, id: string | undefined, onDone: () => void) =>
  useContactChange(
    (input: ContactMethodInput) => (id ? changeMethod(contact, id, input) : addMethod(contact, input)),
    onDone,
  );

export const useRemoveMethod = (contact: string, onDone: () => void) =>
  useContactChange((method: string) => removeMethod(contact, method), onDone);
