import type {
  AddContactMethodData,
  AddContactMethodResponse,
  ContactInput,
  ContactMethodInput,
  CreateContactData,
  CreateContactResponse,
  DeleteContactData,
  ListContactsData,
  ListContactsResponse,
  RemoveContactMethodData,
  SendTestData,
  SendVerificationData,
  ShowVerificationData,
  ShowVerificationResponse,
  UpdateContactData,
  UpdateContactMethodData,
  UpdateContactMethodResponse,
  UpdateContactResponse,
  VerifyContactMethodData,
} from './generated';
import { api } from './http';

export type ContactFilter = Pick<NonNullable<ListContactsData['query']>, 'text' | 'company_id'>;

export const listContacts = (filter: ContactFilter, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListContactsData, ListContactsResponse>(
    { url: '/v1/contacts', query: { ...filter, cursor, limit: 50 } },
    signal,
  );

export const createContact = (body: ContactInput) =>
  api.post<CreateContactData, CreateContactResponse>({ url: '/v1/contacts', body });

export const changeContact = (id: string, body: ContactInput) =>
  api.patch<UpdateContactData, UpdateContactResponse>({ url: '/v1/contacts/{id}', path: { id }, body });

export const deleteContact = (id: string) =>
  api.delete<DeleteContactData>({ url: '/v1/contacts/{id}', path: { id } });

export const addMethod = (id: string, body: ContactMethodInput) =>
  api.post<AddContactMethodData, AddContactMethodResponse>({
    url: '/v1/contacts/{id}/methods',
    path: { id },
    body,
  });

export const changeMethod = (id: string, method_id: string, body: ContactMethodInput) =>
  api.patch<UpdateContactMethodData, UpdateContactMethodResponse>({
    url: '/v1/contacts/{id}/methods/{method_id}',
    path: { id, method_id },
    body,
  });

export const removeMethod = (id: string, method_id: string) =>
  api.delete<RemoveContactMethodData>({
    url: '/v1/contacts/{id}/methods/{method_id}',
    path: { id, method_id },
  });

export const sendTest = (id: string, method_id: string) =>
  api.post<SendTestData>({ url: '/v1/contacts/{id}/methods/{method_id}/test', path: { id, method_id } });

export const sendVerification = (id: string, method_id: string) =>
  api.post<SendVerificationData>({
    url: '/v1/contacts/{id}/methods/{method_id}/verification',
    path: { id, method_id },
  });

export const getVerification = (token: string) =>
  api.get<ShowVerificationData, ShowVerificationResponse>({
    url: '/v1/contact-methods/{token}',
    path: { token },
  });

export const confirmAddress = (token: string) =>
  api.put<VerifyContactMethodData>({ url: '/v1/contact-methods/{token}', path: { token } });
