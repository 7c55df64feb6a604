import type {
  AccountFeatures,
  ChangedFeatures,
  ChangeFeaturesData,
  ChangeTeamFeaturesData,
  ChangeUserFeaturesData,
  FeatureInput,
  ListEffectiveFeaturesData,
  ListEffectiveFeaturesResponse,
  ShowFeaturesData,
  ShowUserFeaturesData,
  UserFeatures,
} from './generated';
import { api } from './http';

/** What a level says of features, by key: of what is left out, or null, it says nothing. */
export type Said = { [key: string]: FeatureInput | null | undefined };

/** Tells with `dry_run` what would become of it, and changes nothing. */
export type SaveFeatures = (
  body: Said,
  etag: string | undefined,
  dry_run: boolean,
) => Promise<{ thing: ChangedFeatures; etag: string | undefined }>;

export const getFeatures = (signal: AbortSignal) =>
  api.show<ShowFeaturesData, AccountFeatures>({ url: '/v1/features' }, signal);

export const saveFeatures: SaveFeatures = (body, etag, dry_run) =>
  api.replace<ChangeFeaturesData, ChangedFeatures>({ url: '/v1/features', query: { dry_run }, body }, etag);

export const saveTeamFeatures =
  (id: string): SaveFeatures =>
  (body, etag, dry_run) =>
    api.replace<ChangeTeamFeaturesData, ChangedFeatures>(
      { url: '/v1/teams/{id}/features', path: { id }, query: { dry_run }, body },
      etag,
    );

export const getUserFeatures = (id: string, signal: AbortSignal) =>
  api.show<ShowUserFeaturesData, UserFeatures>({ url: '/v1/users/{id}/features', path: { id } }, signal);

export const saveUserFeatures =
  (id: string): SaveFeatures =>
  (body, etag, dry_run) =>
    api.replace<ChangeUserFeaturesData, ChangedFeatures>(
      { url: '/v1/users/{id}/features', path: { id }, query: { dry_run }, body },
      etag,
    );

type At = { team_id: string | undefined; portal_id: string | undefined };

/** What holds for representatives, of one team or of all; at one portal, or at that which they serve. */
export const listEffective = (at: At, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListEffectiveFeaturesData, ListEffectiveFeaturesResponse>(
    { url: '/v1/features/effective', query: { ...at, cursor, limit: 100 } },
    signal,
  );
