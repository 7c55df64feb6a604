import type {
  ApiKeyInput,
  CreateApiKeyData,
  CreateApiKeyResponse,
  ListApiKeysData,
  ListApiKeysResponse,
  RevokeApiKeyData,
} from './generated';
import { api } from './http';

/** The contract names the scopes as the program does (`CustomersRead`); what is sent is `customers:read`. */
export type ScopeName = `${string}:${'read' | 'write'}`;

type Wanted = { name: string; scopes: ScopeName[]; expires_at: string | null };

export const listApiKeys = (cursor: string | undefined, signal: AbortSignal) =>
  api.get<ListApiKeysData, ListApiKeysResponse>(
    { url: '/v1/api-keys', query: { cursor, limit: 50 } },
    signal,
  );

export const createApiKey = (wanted: Wanted) =>
  api.post<CreateApiKeyData, CreateApiKeyResponse>({
    url: '/v1/api-keys',
    body: wanted as unknown as ApiKeyInput,
  });

export const revokeApiKey = (id: string) =>
  api.delete<RevokeApiKeyData>({ url: '/v1/api-keys/{id}', path: { id } });
