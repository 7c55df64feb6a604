import type { SaveFeatures } from './features';
import type {
  AddSubportalData,
  AddSubportalResponse,
  ChangedFeatures,
  ChangePortalFeaturesData,
  CopyPortalData,
  CopyPortalResponse,
  CreatePortalData,
  CreatePortalResponse,
  DeletePortalData,
  ListPortalsData,
  ListPortalsResponse,
  ListRepresentativesData,
  ListRepresentativesResponse,
  RemoveSubportalData,
  RenameSubportalData,
  RenameSubportalResponse,
  ShowPortalData,
  ShowPortalResponse,
  UpdatePortalData,
  UpdatePortalResponse,
} from './generated';
import { api } from './http';
import { allOf } from './pages';
import type { PortalInput, PortalPart } from './types';

/** All of them: an account has a hundred at the most. */
export const listPortals = (signal: AbortSignal) =>
  allOf((cursor) =>
    api.get<ListPortalsData, ListPortalsResponse>(
      { url: '/v1/portals', query: { cursor, limit: 100 } },
      signal,
    ),
  );

export const getPortal = (id: string, signal?: AbortSignal) =>
  api.show<ShowPortalData, ShowPortalResponse>({ url: '/v1/portals/{id}', path: { id } }, signal);

export const createPortal = (body: PortalInput) =>
  api.post<CreatePortalData, CreatePortalResponse>({ url: '/v1/portals', body });

/** A merge patch: null takes back what was said. */
export const updatePortal = (id: string, body: PortalInput, etag: string | undefined) =>
  api.change<UpdatePortalData, UpdatePortalResponse>({ url: '/v1/portals/{id}', path: { id }, body }, etag);

export const deletePortal = (id: string, etag: string | undefined) =>
  api.remove<DeletePortalData>({ url: '/v1/portals/{id}', path: { id } }, etag);

/** Has other portals say what this one says. */
export const copyPortal = (id: string, parts: PortalPart[], portal_ids: string[]) =>
  api.post<CopyPortalData, CopyPortalResponse>({
    url: '/v1/portals/{id}/copy',
    path: { id },
    body: { parts, portal_ids },
  });

/** What it takes away, said whole. */
export const savePortalFeatures =
  (id: string): SaveFeatures =>
  (body, etag, dry_run) =>
    api.replace<ChangePortalFeaturesData, ChangedFeatures>(
      { url: '/v1/portals/{id}/features', path: { id }, query: { dry_run }, body },
      etag,
    );

/** Who serves it now (POR-4). */
export const listServing = (id: string, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListRepresentativesData, ListRepresentativesResponse>(
    { url: '/v1/portals/{id}/representatives', path: { id }, query: { cursor, limit: 100 } },
    signal,
  );

export const addSubportal = (id: string, name: string) =>
  api.post<AddSubportalData, AddSubportalResponse>({
    url: '/v1/portals/{id}/subportals',
    path: { id },
    body: { name },
  });

export const renameSubportal = (id: string, subportal_id: string, name: string) =>
  api.patch<RenameSubportalData, RenameSubportalResponse>({
    url: '/v1/portals/{id}/subportals/{subportal_id}',
    path: { id, subportal_id },
    body: { name },
  });

export const removeSubportal = (id: string, subportal_id: string) =>
  api.delete<RemoveSubportalData>({
    url: '/v1/portals/{id}/subportals/{subportal_id}',
    path: { id, subportal_id },
  });
