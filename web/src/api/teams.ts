import type {
  CopyTeamData,
  CopyTeamResponse,
  CreateTeamData,
  CreateTeamResponse,
  DeleteTeamData,
  ListTeamsData,
  ListTeamsResponse,
  ShowTeamData,
  ShowTeamLoginsData,
  ShowTeamLoginsResponse,
  ShowTeamResponse,
  UpdateTeamData,
  UpdateTeamResponse,
} from './generated';
import { api } from './http';
import { allOf } from './pages';
import type { TeamInput, TeamPart } from './types';

/** All teams and subteams that somebody may see; an account has some hundreds at the most. */
export const listTeams = (signal: AbortSignal) =>
  allOf((cursor) =>
    api.get<ListTeamsData, ListTeamsResponse>({ url: '/v1/teams', query: { cursor, limit: 100 } }, signal),
  );

export const getTeam = (id: string, signal?: AbortSignal) =>
  api.show<ShowTeamData, ShowTeamResponse>({ url: '/v1/teams/{id}', path: { id } }, signal);

/** Who is signed in now, where it is said how many may be at once (TEA-3). */
export const getTeamLogins = (id: string, signal: AbortSignal) =>
  api.get<ShowTeamLoginsData, ShowTeamLoginsResponse>({ url: '/v1/teams/{id}/logins', path: { id } }, signal);

export const createTeam = (body: TeamInput) =>
  api.post<CreateTeamData, CreateTeamResponse>({ url: '/v1/teams', body });

/** A merge patch: null takes back what was said. */
export const updateTeam = (id: string, body: TeamInput, etag: string | undefined) =>
  api.change<UpdateTeamData, UpdateTeamResponse>({ url: '/v1/teams/{id}', path: { id }, body }, etag);

export const deleteTeam = (id: string, etag: string | undefined) =>
  api.remove<DeleteTeamData>({ url: '/v1/teams/{id}', path: { id } }, etag);

/** Has other teams say what this one says; each by itself, and those that may not stay as they are. */
export const copyTeam = (id: string, parts: TeamPart[], team_ids: string[]) =>
  api.post<CopyTeamData, CopyTeamResponse>({
    url: '/v1/teams/{id}/copy',
    path: { id },
    body: { parts, team_ids },
  });
