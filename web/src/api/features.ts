import type {
  AccountFeatures,
  ChangedFeatures,
  ChangeFeaturesData,
  ChangeTeamFeaturesData,
  ChangeUserFeaturesData,
  FeaturesInput,
  ListEffectiveFeaturesData,
  ListEffectiveFeaturesResponse,
  ShowFeaturesData,
  ShowUserFeaturesData,
  UserFeatures,
} from './generated';
import { api } from './http';

/** What a level says of features: of what is left out it says nothing. */
export type Said = FeaturesInput;

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

/** What holds for representatives, of one team or of all. */
export const listEffective = (team_id: string | undefined, cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListEffectiveFeaturesData, ListEffectiveFeaturesResponse>(
    { url: '/v1/features/effective', query: { team_id, cursor, limit: 100 } },
    signal,
  );
