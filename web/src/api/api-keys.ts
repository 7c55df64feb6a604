import type {
  ApiKeyInput,
  CreateApiKeyData,
  CreateApiKeyResponse,
  ListApiKeysData,
  ListApiKeysResponse,
  RevokeApiKeyData,
} from './generated';
import { api } from './http';

export const listApiKeys = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListApiKeysData, ListApiKeysResponse>(
    { url: '/v1/api-keys', query: { cursor, limit: 50 } },
    signal,
  );

export const createApiKey = (body: ApiKeyInput) =>
  api.post<CreateApiKeyData, CreateApiKeyResponse>({ url: '/v1/api-keys', body });

export const revokeApiKey = (id: string) =>
  api.delete<RevokeApiKeyData>({ url: '/v1/api-keys/{id}', path: { id } });
