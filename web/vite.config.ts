import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { themeCss } from './build/theme-css.ts';

const api = process.env.DESKHAND_API ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), themeCss(), budget()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  css: { postcss: { plugins: [mantine()] } },
  // Inlined assets would be data: URLs, which the Content-Security-Policy allows for images only.
  build: {
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What every page needs lies in two files that seldom change, instead of twenty tiny ones.
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|react-i18next|i18next|@tanstack\/(?!.*virtual).*)\//,
            },
            // What few pages need loads with them.
            { name: 'shared', test: /src\/(ui|api)\//, minShareCount: 7 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': { target: api, changeOrigin: false } } },
  test: { include: ['src/**/*.test.ts'] },
});
