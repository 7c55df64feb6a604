import { readFileSync } from 'node:fs';
import { defineConfig } from '@hey-api/openapi-ts';

const contract = JSON.parse(readFileSync(new URL('../infra/openapi.json', import.meta.url), 'utf8'));

// The contract refers to this schema but does not hold it; of no effect once it does.
contract.components.schemas.Sort ??= { type: 'string', enum: ['name', 'newest'] };

// Types only. The generated client would need all that src/api/http.ts does (renewing tokens, problems,
// idempotency) besides a runtime of its own.
export default defineConfig({
  input: contract,
  output: { path: 'src/api/generated', clean: true },
  plugins: ['@hey-api/typescript'],
  logs: { file: false },
});
