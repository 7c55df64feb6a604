import { defineConfig } from '@hey-api/openapi-ts';

// Types only. The generated client would need all that src/api/http.ts does (renewing tokens, problems,
// idempotency) besides a runtime of its own.
export default defineConfig({
  input: '../infra/openapi.json',
  output: { path: 'src/api/generated', clean: true },
  plugins: ['@hey-api/typescript'],
  logs: { file: false },
});
