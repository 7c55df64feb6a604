import { api } from './http';

export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  oneOf?: Schema[];
  default?: unknown;
  example?: unknown;
  additionalProperties?: Schema | boolean;
};

type Content = { content?: Record<string, { schema?: Schema }> };

export type Operation = {
  operationId: string;
  tags?: string[];
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content & { description?: string }>;
  security?: Record<string, string[]>[];
  /** What whoever is signed in must be allowed to. */
  'x-permission'?: string;
};

export type OpenApi = {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

export const OPENAPI = '/v1/openapi.json';

export const getOpenApi = (signal: AbortSignal) =>
  api.get<{ url: typeof OPENAPI }, OpenApi>({ url: OPENAPI }, signal);
