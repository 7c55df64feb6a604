import type {
  BatchInput,
  CreateUserData,
  CreateUserResponse,
  CreateUsersData,
  CreateUsersResponse,
  DeleteUserData,
  ListUsersData,
  ListUsersResponse,
  MoveUserData,
  MoveUserResponse,
  SendInvitationData,
  ShowUserData,
  ShowUserResponse,
  UpdateUserData,
  UpdateUserResponse,
} from './generated';
import { api } from './http';
import { allOf } from './pages';
import type { MemberInput } from './types';

export type UserFilter = Pick<
  NonNullable<ListUsersData['query']>,
  'text' | 'role' | 'status' | 'company_id' | 'team_id' | 'manages_team_id'
>;

export const listUsers = (filter: UserFilter, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListUsersData, ListUsersResponse>(
    { url: '/v1/users', query: { ...filter, cursor, limit: 50 } },
    signal,
  );

/** Everybody of a kind, however many: what shows them all at once needs them all. */
export const listAllUsers = (filter: UserFilter, signal: AbortSignal) =>
  allOf((cursor) =>
    api.get<ListUsersData, ListUsersResponse>(
      { url: '/v1/users', query: { ...filter, cursor, limit: 100 } },
      signal,
    ),
  );

export const getUser = (id: string, signal?: AbortSignal) =>
  api.show<ShowUserData, ShowUserResponse>({ url: '/v1/users/{id}', path: { id } }, signal);

export const createUser = (body: MemberInput) =>
  api.post<CreateUserData, CreateUserResponse>({ url: '/v1/users', body });

export const updateUser = (id: string, body: MemberInput, etag: string | undefined) =>
  api.change<UpdateUserData, UpdateUserResponse>({ url: '/v1/users/{id}', path: { id }, body }, etag);

export const sendInvitation = (id: string) =>
  api.post<SendInvitationData>({ url: '/v1/users/{id}/invitation', path: { id } });

/** Moves a representative to a team, or to none. */
export const moveUser = (id: string, team_id: string | null) =>
  api.put<MoveUserData, MoveUserResponse>({ url: '/v1/users/{id}/team', path: { id }, body: { team_id } });

/** Answers the id of the erasure that has begun. */
export async function deleteUser(id: string, etag: string | undefined): Promise<string> {
  const place = await api.remove<DeleteUserData>({ url: '/v1/users/{id}', path: { id } }, etag);
  return place?.split('/').pop() ?? '';
}

/** Judges each line; unless it is only tried, the good ones become users. */
export const createUsers = (body: BatchInput, dry_run: boolean) =>
  api.post<CreateUsersData, CreateUsersResponse>({
    url: '/v1/users/batch',
    query: { dry_run },
    body,
  });
